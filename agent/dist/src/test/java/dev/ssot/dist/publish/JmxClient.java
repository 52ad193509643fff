package dev.ssot.dist.publish;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.tools.attach.VirtualMachine;
import dev.ssot.dist.Report;
import dev.ssot.dist.RunningJvm;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import javax.management.JMException;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;
import javax.management.openmbean.TabularData;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/**
 * A console that knows no class of the agent's, on the connector that is open to this user only.
 */
final class JmxClient implements AutoCloseable {
  private static final String AGENT = "dev.ssot:type=Agent";

  private final JMXConnector connector;
  final MBeanServerConnection server;
  final ObjectName agent;

  private JmxClient(JMXConnector connector) throws IOException, JMException {
    this.connector = connector;
    this.server = connector.getMBeanServerConnection();
    this.agent = new ObjectName(AGENT);
  }

  /** Waits until the agent has registered its MBean. */
  @SuppressWarnings("BanJNDI") // a connector of a JVM that the test started
  static JmxClient of(RunningJvm running) throws Exception {
    VirtualMachine machine = VirtualMachine.attach(Long.toString(running.pid()));
    try {
      JMXServiceURL address = new JMXServiceURL(machine.startLocalManagementAgent());
      JmxClient client = new JmxClient(JMXConnectorFactory.connect(address));
      running.await(client::isRegistered, "MBean");
      return client;
    } finally {
      machine.detach();
    }
  }

  private boolean isRegistered() {
    try {
      return server.isRegistered(agent);
    } catch (IOException gone) {
      throw new AssertionError(gone);
    }
  }

  Object attribute(String name) throws Exception {
    return server.getAttribute(agent, name);
  }

  /** A row of the attribute {@code Targets}. */
  CompositeData target(String key) throws Exception {
    return row(attribute("Targets"), key);
  }

  /** What the operation {@code heap} says, number by number, without the moment. */
  Map<String, Long> heap(String key) throws Exception {
    Object table = server.invoke(agent, "heap", new Object[0], new String[0]);
    CompositeData row = row(table, key);
    Map<String, Long> numbers = new TreeMap<>();
    for (String item : row.getCompositeType().keySet()) {
      if (row.get(item) instanceof Number number) {
        numbers.put(item, number.longValue());
      }
    }
    return numbers;
  }

  Report report() throws Exception {
    Object json =
        server.invoke(agent, "report", new Object[] {"json"}, new String[] {"java.lang.String"});
    return new Report(new ObjectMapper().readTree((String) json));
  }

  String mode(String mode) throws Exception {
    return mode(mode, "", "", "");
  }

  /** Switches for a group or a pattern of call sites; what is empty does not matter. */
  String mode(String mode, String group, String sites) throws Exception {
    return mode(mode, "", group, sites);
  }

  /** Switches for a target. */
  String mode(String mode, String target) throws Exception {
    return mode(mode, target, "", "");
  }

  private String mode(String mode, String target, String group, String sites) throws Exception {
    String text = String.class.getName();
    Object[] request = {mode, target, group, sites};
    String[] types = {text, text, text, text};
    return (String) server.invoke(agent, "mode", request, types);
  }

  private static CompositeData row(Object table, String key) {
    CompositeData row = ((TabularData) table).get(new Object[] {key});
    if (row == null) {
      throw new AssertionError("no " + key + " in " + table);
    }
    return (CompositeData) row.get("value");
  }

  @Override
  public void close() throws IOException {
    connector.close();
  }
}
