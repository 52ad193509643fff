package dev.ssot.bootstrap.zone;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;

/**
 * Remembers that the application loaded a library that the engine may speak to later, so that the
 * engine need not look for it: looking would load it.
 */
final class LibraryWatch {
  /** The platform MBean server is being made; its loader is the boot loader. */
  private static final String JMX = "com/sun/jmx/mbeanserver/JmxMBeanServer";

  /** Whoever records by the JDK's flight recorder needs one. */
  private static final String JFR = "jdk/jfr/Recording";

  private static final String SLF4J = "org/slf4j/LoggerFactory";

  /** Woven, so that the engine hears of registries; no reason to start it. */
  private static final String MICROMETER = "io/micrometer/core/instrument/MeterRegistry";

  /** Until the engine is there; bounded, as an application server may have many copies. */
  private static final int LIMIT = 1_000;

  private final List<Sighting> sightings = new ArrayList<Sighting>();
  private boolean complained;

  /**
   * @param engine null until it is there
   */
  @SuppressWarnings("MissingSummary") // says nothing that its name does not
  void loaded(ClassLoader loader, String className, AgentEngine engine) {
    if (!isOfInterest(loader, className)) {
      return;
    }
    synchronized (sightings) {
      if (engine != null) {
        engine.libraryLoaded(loader, className);
      } else if (sightings.size() < LIMIT) {
        sightings.add(new Sighting(loader, className));
      }
    }
  }

  private static boolean isOfInterest(ClassLoader loader, String className) {
    return loader == null
        ? className.equals(JMX) || className.equals(JFR)
        : className.equals(SLF4J) || className.equals(MICROMETER);
  }

  /** Whether a running engine is to see the class file, which names no target. */
  static boolean isWoven(String className) {
    return className.equals(MICROMETER);
  }

  void replayTo(AgentEngine engine) {
    synchronized (sightings) {
      for (Sighting sighting : sightings) {
        ClassLoader loader = sighting.loader == null ? null : sighting.loader.get();
        if (loader != null || sighting.loader == null) {
          engine.libraryLoaded(loader, sighting.className);
        }
      }
      sightings.clear();
    }
  }

  /** Says it once: a fault in the prefilter would repeat for every class. */
  void failed(String className, Throwable problem) {
    if (!complained) {
      complained = true;
      Console.line("left " + className + " as it is (" + problem + ")");
    }
  }

  /** A library in a loader, the loader weakly held; a null reference is the boot loader. */
  private static final class Sighting {
    final WeakReference<ClassLoader> loader;
    final String className;

    Sighting(ClassLoader loader, String className) {
      this.loader = loader == null ? null : new WeakReference<ClassLoader>(loader);
      this.className = className;
    }
  }
}
