package dev.ssot.engine.application;

import dev.ssot.bootstrap.pattern.ClassNames;

/** Main classes that only start what lies elsewhere, as their names begin. */
final class Launchers {
  private Launchers() {}

  /** Makes the list where it is needed, which is once: it needs no initialiser. */
  private static String[] all() {
    return new String[] {
      "org.springframework.boot.loader.",
      "org.apache.catalina.startup.",
      "org.eclipse.jetty.start.",
      "org.jboss.modules.",
      "org.apache.karaf.main.",
      "org.apache.felix.main.",
      "org.eclipse.equinox.launcher.",
      "org.eclipse.core.runtime.adaptor.",
      "aQute.launcher.",
      "io.quarkus.bootstrap.runner.",
      "io.vertx.core.Launcher",
      "io.vertx.launcher.",
      "io.openliberty.",
      "com.ibm.ws.kernel.boot.",
      "com.ibm.wsspi.bootstrap.",
      "com.sun.enterprise.glassfish.bootstrap.",
      "org.glassfish.",
      "fish.payara.",
      "weblogic.",
      "org.codehaus.plexus.classworlds.launcher.",
      "org.codehaus.classworlds.",
      "org.gradle.launcher.",
      "org.gradle.wrapper.",
      "worker.org.gradle.",
      "org.apache.maven.surefire.booter.",
      "org.junit.platform.console.",
      "org.junit.runner.",
      "org.testng.",
      "com.intellij.rt.",
      "org.eclipse.jdt.internal.junit.",
      "org.apache.spark.deploy.",
      "org.apache.commons.daemon.",
      "org.tanukisoftware.wrapper.",
      "jdk.internal.",
      "com.sun.tools.",
    };
  }

  /**
   * Tells whether a main class is one of them.
   *
   * @param main binary name; null if it is not known
   */
  static boolean contains(String main) {
    return main != null && ClassNames.startsWithAny(main, all());
  }
}
