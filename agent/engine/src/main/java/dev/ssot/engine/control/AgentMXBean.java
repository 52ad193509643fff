package dev.ssot.engine.control;

import java.io.IOException;

/** The agent as JMX shows it, under {@code dev.ssot:type=Agent}. */
public interface AgentMXBean {
  /** Version and commit of the agent. */
  String getVersion();

  /** The mode that holds where no narrower one does. */
  String getMode();

  /**
   * The report as of now.
   *
   * @param format {@code json}, {@code text}, {@code markdown} or {@code html}
   */
  String report(String format) throws IOException;
}
