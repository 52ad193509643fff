package dev.ssot.engine.jmx;

import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.MBeanServerFactory;
import javax.management.ObjectName;

/** The JVM's own MBean server, if the application has made it. It is never created here. */
public final class PlatformServer {
  /** A bean that only the platform MBean server has. */
  private static final String PLATFORM_BEAN = "java.lang:type=Runtime";

  private PlatformServer() {}

  /** Finds the server; returns null if there is none so far. */
  public static MBeanServer find() throws JMException {
    for (MBeanServer server : MBeanServerFactory.findMBeanServer(null)) {
      if (server.isRegistered(new ObjectName(PLATFORM_BEAN))) {
        return server;
      }
    }
    return null;
  }
}
