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

  public MBeanRegistration(AgentMXBean bean) {
    this.bean = bean;
  }

  /** Notes that the application creates an MBean server. */
  public void jmxSeen() {
    jmxSeen = true;
  }

  /** Registers the MBean once there is a platform MBean server. Called on the agent's thread. */
  public void tryRegister() throws JMException {
    if (!jmxSeen || registered) {
      return;
    }
    MBeanServer server = PlatformServer.find();
    if (server != null) {
      registered = true;
      server.registerMBean(new DescribedBean(bean), new ObjectName(NAME));
    }
  }
}
