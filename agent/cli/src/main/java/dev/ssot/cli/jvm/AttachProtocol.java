package dev.ssot.cli.jvm;

/** What is asked of a JVM that was attached to, by one way or another. */
interface AttachProtocol {
  /**
   * Loads an agent.
   *
   * @throws Exception whose message may contain the code that the load ended with
   */
  void loadAgent(String jar, String options) throws Exception;

  /** Opens the local JMX connector, for this user alone, and returns its address. */
  String startLocalManagementAgent() throws Exception;

  void close() throws Exception;
}
