package dev.ssot.engine.jmx;

import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/**
 * Registers the MBean once the application has created the platform MBean server, never before.
 * Creating it early breaks the start of application servers that bring their own log manager or
 * builder.
 */
public final class MBeanRegistration {
  static final String NAME = "dev.ssot:type=Agent";

  private final AgentMXBean bean;
  private volatile boolean jmxSeen;
  private boolean registered;
  private boolean over;

  public MBeanRegistration(AgentMXBean bean) {
    this.bean = bean;
  }

  /** Notes that the application creates an MBean server. */
  public void jmxSeen() {
    jmxSeen = true;
  }

  /** Takes the MBean away for good. A call that it is answering goes on. */
  public synchronized void unregister() throws JMException {
    over = true;
    MBeanServer server = registered ? PlatformServer.find() : null;
    if (server != null) {
      server.unregisterMBean(new ObjectName(NAME));
    }
  }

  /** Registers the MBean once there is a platform MBean server. Called on the agent's thread. */
  public synchronized void tryRegister() throws JMException {
    if (!jmxSeen || registered || over) {
      return;
    }
    MBeanServer server = PlatformServer.find();
    if (server != null) {
      registered = true;
      server.registerMBean(new DescribedBean(bean), new ObjectName(NAME));
    }
  }
}
