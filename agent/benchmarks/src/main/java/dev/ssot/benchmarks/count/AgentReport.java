package dev.ssot.benchmarks.count;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/** The agent's report on this JVM, asked for over JMX. */
final class AgentReport {
  private static final long PATIENCE_MILLIS = 20_000;

  private final String json;

  private AgentReport(String json) {
    this.json = json;
  }

  static AgentReport take() {
    return new AgentReport((String) operate("report", "json"));
  }

  /**
   * Calls an operation of the agent's MBean, which is there a moment after the platform MBean
   * server.
   */
  static Object operate(String operation, String... arguments) {
    MBeanServer server = ManagementFactory.getPlatformMBeanServer();
    try {
      ObjectName agent = new ObjectName("dev.ssot:type=Agent");
      long deadline = System.currentTimeMillis() + PATIENCE_MILLIS;
      while (!server.isRegistered(agent) && System.currentTimeMillis() < deadline) {
        Thread.sleep(100);
      }
      String[] types = new String[arguments.length];
      Arrays.fill(types, String.class.getName());
      return server.invoke(agent, operation, arguments, types);
    } catch (JMException | InterruptedException failed) {
      throw new IllegalStateException("the agent does not answer", failed);
    }
  }

  /** Returns the constructions of the first target, which is the only one here. */
  long constructions() {
    return Long.parseLong(find("\"constructions\"\\s*:\\s*(\\d+)"));
  }

  /** Returns the redirects of the first target. */
  long redirects() {
    return Long.parseLong(find("\"redirects\"\\s*:\\s*(\\d+)"));
  }

  /**
   * Tells whether every instance was followed; false once more were alive than the agent follows.
   */
  boolean isExact() {
    return Boolean.parseBoolean(find("\"exact\"\\s*:\\s*(\\w+)"));
  }

  /** Returns the kind of the constructions, as the agent reports it. */
  String kind() {
    return find("\"kind\"\\s*:\\s*\"([^\"]+)\"");
  }

  private String find(String pattern) {
    Matcher found = Pattern.compile(pattern).matcher(json);
    if (!found.find()) {
      throw new IllegalStateException("the agent's report has no " + pattern + ": " + json);
    }
    return found.group(1);
  }
}
