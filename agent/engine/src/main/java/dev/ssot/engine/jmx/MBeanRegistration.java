package dev.ssot.engine.jmx;

import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.StandardMBean;

/**
 * Registers the MBean once the application has made the platform MBean server, never before: making
 * it early breaks the start of application servers that bring their own log manager or builder.
 */
public final class MBeanRegistration {
  static final String NAME = "dev.ssot:type=Agent";

  private final AgentMXBean bean;
  private volatile boolean jmxSeen;
  private boolean registered;

  public MBeanRegistration(AgentMXBean bean) {
    this.bean = bean;
  }

  /** The application is making an MBean server. */
  public void jmxSeen() {
    jmxSeen = true;
  }

  /** On the agent's thread; does nothing until there is a platform MBean server. */
  public void tryRegister() throws JMException {
    if (!jmxSeen || registered) {
      return;
    }
    MBeanServer server = PlatformServer.find();
    if (server != null) {
      registered = true;
      server.registerMBean(new StandardMBean(bean, AgentMXBean.class, true), new ObjectName(NAME));
    }
  }
}
