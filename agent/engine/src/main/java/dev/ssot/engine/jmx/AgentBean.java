package dev.ssot.engine.jmx;

import dev.ssot.engine.command.AgentCommands;
import dev.ssot.engine.command.ModeRequest;
import java.io.IOException;
import java.util.Map;
import javax.management.JMException;

/**
 * The MBean that JMX clients reach. Calls arrive on threads of the application's JMX connectors.
 */
public final class AgentBean implements AgentMXBean {
  private final AgentCommands agent;

  public AgentBean(AgentCommands agent) {
    this.agent = agent;
  }

  @Override
  public String getVersion() {
    return agent.version();
  }

  @Override
  public String getMode() {
    return agent.mode().toString();
  }

  @Override
  public String getUnmatched() {
    return agent.unmatched();
  }

  @Override
  public Map<String, TargetStatus> getTargets() {
    return TargetTable.status(agent.targets());
  }

  @Override
  public Map<String, HeapStatus> heap() throws JMException {
    return TargetTable.heap(agent.compareHeap());
  }

  @Override
  public String mode(String mode, String target, String group, String sites) {
    return mode(mode, target, group, sites, "");
  }

  @Override
  public String mode(String mode, String target, String group, String sites, String time) {
    return mode(mode, target, group, sites, time, "jmx");
  }

  @Override
  public String mode(
      String mode, String target, String group, String sites, String time, String by) {
    if (!by.equals("jmx") && !by.equals("cli")) {
      throw new IllegalArgumentException("by is '" + by + "'; valid are jmx and cli");
    }
    return agent.switchMode(ModeRequest.of(mode, target, group, sites, time, by));
  }

  @Override
  public String preview(String mode, String target, String group, String sites, String time) {
    return agent.previewMode(ModeRequest.of(mode, target, group, sites, time, "jmx"));
  }

  @Override
  public String configure(String options) {
    return agent.configure(options);
  }

  @Override
  public String detach(boolean force) {
    return agent.detach(force);
  }

  @Override
  public String report(String format) throws IOException {
    return agent.report(format);
  }

  @Override
  public String starterFile() {
    return agent.starterFile();
  }
}
