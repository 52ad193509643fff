package dev.ssot.cli.command;

import java.util.Map;

/** The part of the agent's MBean that tests of the terminal need. */
public interface FakeAgentMXBean {
  Map<String, FakeAgent.Row> heap();

  String mode(String mode, String target, String group, String sites, String time, String by);

  String preview(String mode, String target, String group, String sites, String time);
}
