package dev.ssot.demo.story;

import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import dev.ssot.demo.DemoFailure;
import java.io.Closeable;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;
import javax.management.JMException;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.RuntimeMBeanException;
import javax.management.openmbean.CompositeData;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** The service's JVM, seen over JMX on the local connector: no port, and the same user only. */
final class ServiceJvm implements Closeable {
  private static final String AGENT = "dev.ssot:type=Agent";
  private static final String DIAGNOSTICS = "com.sun.management:type=DiagnosticCommand";
  private static final int PATIENCE_SECONDS = 60;

  private final JMXConnector connector;
  private final MBeanServerConnection beans;

  private ServiceJvm(JMXConnector connector) throws IOException {
    this.connector = connector;
    beans = connector.getMBeanServerConnection();
  }

  @SuppressWarnings("BanJNDI") // the address is a local one, and comes from the JVM itself
  static ServiceJvm connect(long pid) {
    try {
      VirtualMachine machine = VirtualMachine.attach(String.valueOf(pid));
      try {
        String address = machine.startLocalManagementAgent();
        return new ServiceJvm(JMXConnectorFactory.connect(new JMXServiceURL(address)));
      } finally {
        machine.detach();
      }
    } catch (AttachNotSupportedException | IOException e) {
      throw new DemoFailure("the service's JVM cannot be looked into: " + e.getMessage(), e);
    }
  }

  /** Bytes in use after a full collection. */
  Long heapAfterCollection() {
    invoke(ManagementFactory.MEMORY_MXBEAN_NAME, "gc", new Object[0], new String[0]);
    try {
      CompositeData usage =
          (CompositeData)
              beans.getAttribute(
                  new ObjectName(ManagementFactory.MEMORY_MXBEAN_NAME), "HeapMemoryUsage");
      return (Long) usage.get("used");
    } catch (JMException | IOException e) {
      throw failure(e);
    }
  }

  /** What a full collection leaves alive. */
  Histogram liveObjects() {
    Object text =
        invoke(
            DIAGNOSTICS,
            "gcClassHistogram",
            new Object[] {new String[0]},
            new String[] {String[].class.getName()});
    return new Histogram((String) text);
  }

  /**
   * Tells the agent in the JVM which mode holds for everything from now on.
   *
   * @return what the agent answered
   */
  String switchTo(String mode) {
    awaitAgent();
    String text = String.class.getName();
    return (String)
        invoke(
            AGENT, "mode", new Object[] {mode, "", "", ""}, new String[] {text, text, text, text});
  }

  /** The agent registers its bean a moment after the application has begun to use JMX. */
  private void awaitAgent() {
    try {
      long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
      while (!beans.isRegistered(new ObjectName(AGENT))) {
        if (System.nanoTime() > deadline) {
          throw new DemoFailure("the agent does not show itself over JMX as " + AGENT, null);
        }
        TimeUnit.MILLISECONDS.sleep(100);
      }
    } catch (JMException | IOException e) {
      throw failure(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failure(e);
    }
  }

  private Object invoke(String bean, String operation, Object[] values, String[] types) {
    try {
      return beans.invoke(new ObjectName(bean), operation, values, types);
    } catch (RuntimeMBeanException e) {
      throw new DemoFailure(bean + " refuses " + operation + ": " + e.getCause().getMessage(), e);
    } catch (JMException | IOException e) {
      throw failure(e);
    }
  }

  private static DemoFailure failure(Exception e) {
    return new DemoFailure("the service's JVM does not answer over JMX: " + e, e);
  }

  @Override
  public void close() {
    try {
      connector.close();
    } catch (IOException e) {
      // The JVM at the other end has gone already.
    }
  }
}
