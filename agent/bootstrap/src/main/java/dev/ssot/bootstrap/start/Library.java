package dev.ssot.bootstrap.start;

/** A library that the engine may speak to once the application has loaded it. */
public enum Library {
  /** Loaded when the platform MBean server is created. */
  JMX("com/sun/jmx/mbeanserver/JmxMBeanServer", true),
  /**
   * Loaded before an application records, be it by command line, {@code jcmd}, JMX or the API. A
   * platform MBean server loads it as well, without recording.
   */
  FLIGHT_RECORDER("jdk/jfr/Recording", true),
  SLF4J("org/slf4j/LoggerFactory", false),
  /** Woven, so that the engine learns of registries. The class alone does not start the engine. */
  MICROMETER("io/micrometer/core/instrument/MeterRegistry", false);

  private static final Library[] ALL = values();

  private final String className;
  private final boolean ofTheJdk;

  Library(String className, boolean ofTheJdk) {
    this.className = className;
    this.ofTheJdk = ofTheJdk;
  }

  /**
   * Returns the library whose class this is; null if it is none. Asked for every class that the JVM
   * loads.
   *
   * @param loader null for the boot loader; classes of the JDK count only from there
   * @param className internal name
   */
  static Library of(ClassLoader loader, String className) {
    for (Library library : ALL) {
      if (library.ofTheJdk == (loader == null) && library.className.equals(className)) {
        return library;
      }
    }
    return null;
  }

  /** Returns the internal name of the class by which the library is known. */
  public String className() {
    return className;
  }
}
