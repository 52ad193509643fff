package dev.ssot.cli.jvm;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.management.Attribute;
import javax.management.JMException;
import javax.management.MBeanOperationInfo;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.RuntimeMBeanException;
import javax.management.openmbean.CompositeData;
import javax.management.openmbean.TabularData;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/**
 * The agent in another JVM, over JMX. All types are the JDK's: the agent may be of another version
 * than this command line.
 */
public final class AgentConnection implements AutoCloseable {
  private static final String AGENT = "dev.ssot:type=Agent";
  private static final long STEP_MILLIS = 50;

  /** The agent registers its MBean within half a second; the machine may be busy. */
  private static final long MBEAN_MILLIS = 10_000;

  /** The thread that starts the agent, until all that was loaded before is woven. */
  private static final String STARTING = "ssot-start";

  /** The thread that weaves what names targets that were added. */
  private static final String ADDING = "ssot-targets";

  private final JavaProcess process;
  private final JMXConnector connector;
  private final MBeanServerConnection server;
  private final ObjectName agent;

  private AgentConnection(JavaProcess process, JMXConnector connector)
      throws IOException, JMException {
    this.process = process;
    this.connector = connector;
    this.server = connector.getMBeanServerConnection();
    this.agent = new ObjectName(AGENT);
  }

  /**
   * Connects to the agent in a JVM.
   *
   * @throws Failure if there is none, or it cannot be asked
   */
  public static AgentConnection to(JavaProcess process) throws Failure {
    if (!process.mayHaveAgent()) {
      throw noAgent(process);
    }
    process.checkNetwork();
    String address;
    try (AttachedJvm attached = AttachedJvm.attach(process)) {
      address = attached.startLocalManagementAgent();
    }
    AgentConnection connection = at(process, address);
    if (!connection.isRegisteredSoon()) {
      Failure why = connection.unregistered();
      connection.close();
      throw why;
    }
    return connection;
  }

  /** Connects to a JVM that has just got the agent, or not: see {@link #awaitStart}. */
  public static AgentConnection at(JavaProcess process, String address) throws Failure {
    try {
      return new AgentConnection(process, connector(address));
    } catch (IOException | JMException unreachable) {
      throw new Failure(
          Failure.AGENT_FAILED,
          process.name() + " does not answer over JMX: " + unreachable,
          unreachable);
    }
  }

  @SuppressWarnings("BanJNDI") // the address is the JVM's own, of the local connector
  private static JMXConnector connector(String address) throws IOException {
    return JMXConnectorFactory.connect(new JMXServiceURL(address));
  }

  private static Failure noAgent(JavaProcess process) {
    return new Failure(
        Failure.NO_AGENT,
        process.name()
            + " has no agent; to attach it: "
            + OwnJar.command("attach " + process.pid() + " --targets com.acme.YourClass"));
  }

  private Failure unregistered() throws Failure {
    List<String> threads = threads();
    if (threads.contains(STARTING)) {
      return new Failure(
          Failure.NO_AGENT,
          "the agent in "
              + process.name()
              + " waits: no class that names a target was loaded so far, so there is nothing to"
              + " show and nothing to switch");
    }
    for (String each : threads) {
      if (each.startsWith("ssot-")) {
        return new Failure(
            Failure.AGENT_FAILED,
            "the agent in "
                + process.name()
                + " has no MBean: it was started with jmx=false, or it is leaving and code of the"
                + " application keeps its thread "
                + each);
      }
    }
    return noAgent(process);
  }

  /**
   * Waits until the agent that was just loaded has woven what was loaded before.
   *
   * @throws Failure if the agent has not started, or is not done in time
   */
  public void awaitStart(long millis) throws Failure {
    awaitEnd(STARTING, millis);
    if (!isRegisteredSoon()) {
      Failure why = unregistered();
      if (why.exitCode() != Failure.NO_AGENT) {
        throw why;
      }
      throw new Failure(
          Failure.AGENT_FAILED,
          "the agent did not start in "
              + process.name()
              + "; that process's own stderr says why in a line that begins with [ssot]. It also"
              + " reads options from its environment (SSOT_…) and its system properties (ssot.…)");
    }
  }

  /** Waits until what names targets that were added is woven, but not longer than that. */
  public void awaitTargets(long millis) throws Failure {
    awaitEnd(ADDING, millis);
  }

  private void awaitEnd(String thread, long millis) throws Failure {
    long deadline = System.nanoTime() + millis * 1_000_000;
    while (threads().contains(thread) && System.nanoTime() - deadline < 0) {
      sleep();
    }
  }

  private boolean isRegisteredSoon() throws Failure {
    long deadline = System.nanoTime() + MBEAN_MILLIS * 1_000_000;
    try {
      while (!server.isRegistered(agent)) {
        if (System.nanoTime() - deadline > 0 || !hasEngine()) {
          return server.isRegistered(agent);
        }
        sleep();
      }
      return true;
    } catch (IOException gone) {
      throw lost(gone);
    }
  }

  /** Tells whether a thread of the agent runs that may still register the MBean. */
  private boolean hasEngine() throws Failure {
    for (String each : threads()) {
      if (each.startsWith("ssot-") && !each.equals(STARTING)) {
        return true;
      }
    }
    return false;
  }

  private List<String> threads() throws Failure {
    List<String> names = new ArrayList<>();
    try {
      ObjectName threading = new ObjectName(ManagementFactory.THREAD_MXBEAN_NAME);
      long[] ids = (long[]) server.getAttribute(threading, "AllThreadIds");
      Object infos =
          server.invoke(
              threading,
              "getThreadInfo",
              new Object[] {ids},
              new String[] {long[].class.getName()});
      for (CompositeData each : (CompositeData[]) infos) {
        if (each != null) {
          names.add((String) each.get("threadName"));
        }
      }
    } catch (IOException | JMException failed) {
      throw lost(failed);
    }
    return names;
  }

  /** Returns an attribute that is a text; null if this agent has none of that name. */
  public String text(String attribute) throws Failure {
    try {
      for (Object each : server.getAttributes(agent, new String[] {attribute})) {
        return (String) ((Attribute) each).getValue();
      }
      return null;
    } catch (IOException | JMException failed) {
      throw lost(failed);
    }
  }

  /** Returns the state of each target, by the key of its row. */
  public Map<String, CompositeData> targets() throws Failure {
    try {
      return rows(server.getAttribute(agent, "Targets"));
    } catch (IOException | JMException failed) {
      throw lost(failed);
    }
  }

  /** Compares with the live heap; returns the answer for each target, by the key of its row. */
  public Map<String, CompositeData> heap() throws Failure {
    return rows(call("heap"));
  }

  /** Returns how many bytes of the heap are used, garbage included. */
  public long usedHeap() throws Failure {
    try {
      ObjectName memory = new ObjectName(ManagementFactory.MEMORY_MXBEAN_NAME);
      return (Long) ((CompositeData) server.getAttribute(memory, "HeapMemoryUsage")).get("used");
    } catch (IOException | JMException failed) {
      throw lost(failed);
    }
  }

  /**
   * Calls an operation whose parameters are texts.
   *
   * @throws Failure with the agent's own words if it refused
   */
  public String answer(String operation, String... arguments) throws Failure {
    return String.valueOf(call(operation, (Object[]) arguments));
  }

  /** Tells whether this agent has an operation. */
  public boolean offers(String operation) throws Failure {
    try {
      for (MBeanOperationInfo each : server.getMBeanInfo(agent).getOperations()) {
        if (each.getName().equals(operation)) {
          return true;
        }
      }
      return false;
    } catch (IOException | JMException failed) {
      throw lost(failed);
    }
  }

  /** Calls an operation whose parameters are texts and truth values. */
  public Object call(String operation, Object... arguments) throws Failure {
    String[] types = new String[arguments.length];
    for (int i = 0; i < types.length; i++) {
      boolean flag = arguments[i] instanceof Boolean;
      types[i] = flag ? boolean.class.getName() : String.class.getName();
    }
    try {
      return server.invoke(agent, operation, arguments, types);
    } catch (RuntimeMBeanException refused) {
      throw refused(refused.getTargetException());
    } catch (javax.management.ReflectionException unknown) {
      throw new Failure(
          Failure.AGENT_FAILED,
          "the agent in "
              + process.name()
              + " is version "
              + text("Version")
              + ", which cannot do that",
          unknown);
    } catch (javax.management.MBeanException failed) {
      throw new Failure(
          Failure.AGENT_FAILED, "the agent failed: " + failed.getTargetException(), failed);
    } catch (IOException | JMException failed) {
      throw lost(failed);
    }
  }

  /** The agent refuses what it does not know, and what would do harm now. */
  private static Failure refused(RuntimeException thrown) {
    int code =
        thrown instanceof IllegalArgumentException
            ? Failure.USAGE
            : thrown instanceof IllegalStateException
                ? Failure.DOES_NOT_HOLD
                : Failure.AGENT_FAILED;
    String message = thrown.getMessage();
    return new Failure(
        code,
        code == Failure.AGENT_FAILED ? "the agent failed: " + thrown : String.valueOf(message),
        thrown);
  }

  private static Map<String, CompositeData> rows(Object table) {
    Map<String, CompositeData> rows = new TreeMap<>();
    for (Object each : ((TabularData) table).values()) {
      CompositeData row = (CompositeData) each;
      rows.put((String) row.get("key"), (CompositeData) row.get("value"));
    }
    return rows;
  }

  private Failure lost(Exception thrown) {
    boolean ended = ProcFiles.areThere() && !new ProcFiles(process.pid()).exist();
    return ended
        ? new Failure(Failure.NO_PROCESS, process.name() + " has ended", thrown)
        : new Failure(Failure.AGENT_FAILED, process.name() + " does not answer: " + thrown, thrown);
  }

  private static void sleep() {
    try {
      Thread.sleep(STEP_MILLIS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    try {
      connector.close();
    } catch (IOException gone) {
      return; // the process has ended
    }
  }
}
