package dev.ssot.bootstrap.zone;

import dev.ssot.bootstrap.pattern.JdkClasses;
import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.security.ProtectionDomain;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Loads the engine and the libraries it brings. Its parent is the JDK's platform loader (the boot
 * loader on 8): it does not see the application, and of the system loader it sees only the
 * bootstrap packages of the agent.
 */
public final class AgentClassLoader extends ClassLoader {
  private static final String BOOTSTRAP = "dev.ssot.bootstrap.";
  private static final String BOOTSTRAP_INTERNAL = "dev/ssot/bootstrap/";

  static {
    registerAsParallelCapable();
  }

  private final Zone zone;
  private final ClassLoader bootstrap = AgentClassLoader.class.getClassLoader();
  private final AtomicInteger loaded = new AtomicInteger();
  private final ProtectionDomain domain = AgentClassLoader.class.getProtectionDomain();

  /** Creates a loader for one use of the zone: the engine or the command line. */
  public AgentClassLoader(Zone zone) {
    super(JdkClasses.parentForOwnLoader());
    this.zone = zone;
  }

  /**
   * Returns the bytes of a class that it would load, or of the dispatch class.
   *
   * @return null if the zone has no such class
   */
  public byte[] classFile(String name) throws IOException {
    return zone.classFile(name);
  }

  /** Returns how many classes it has defined: whether a start gets on. */
  public int loadedClasses() {
    return loaded.get();
  }

  /**
   * Reads, on Java 8, the agent's classes that the system loader has and that are not loaded yet,
   * before the application runs: the JVM would die if the application overwrote the file while they
   * are loaded from it. Later versions fail to load them, and the engine does not start.
   */
  public void takeWhatIsVisible() throws IOException {
    if (JdkClasses.isBeforeModules()) {
      zone.readVisible();
    }
  }

  /**
   * Takes from the jar all that may be needed later, when the file may be another one: the zone,
   * and the agent's classes that the system loader has and that are not loaded yet. Runs no
   * initialiser.
   *
   * @throws Exception if the jar is another one already
   */
  public void takeAll(Instrumentation instrumentation) throws Exception {
    if (zone.isVisibleRead()) {
      defineMissing(instrumentation.getInitiatedClasses(bootstrap));
    } else {
      for (String name : zone.bootstrapClasses()) {
        Class.forName(name, false, bootstrap);
      }
    }
    zone.read();
  }

  /** Gives the system loader what it has not loaded, and would look for in the file. */
  private void defineMissing(Class<?>[] loaded) throws Exception {
    Set<String> missing = new LinkedHashSet<>(zone.bootstrapClasses());
    for (Class<?> type : loaded) {
      missing.remove(type.getName());
    }
    for (String name : missing) {
      try {
        DispatchInstaller.defineByUnsafe(name, zone.bootstrapClassFile(name), bootstrap, domain);
      } catch (InvocationTargetException refused) {
        Class.forName(name, false, bootstrap); // another thread was faster
      }
    }
  }

  /**
   * Returns whether a class is one of the agent's that the system loader has.
   *
   * @param className binary or internal
   */
  public static boolean isBootstrap(String className) {
    return className.startsWith(BOOTSTRAP) || className.startsWith(BOOTSTRAP_INTERNAL);
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    return isBootstrap(name)
        ? Class.forName(name, false, bootstrap)
        : super.loadClass(name, resolve);
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    if (name.startsWith("java.")) {
      throw new ClassNotFoundException(name); // the dispatch class, if this JVM has none
    }
    byte[] classFile;
    try {
      classFile = zone.classFile(name);
    } catch (IOException unreadable) {
      throw new ClassNotFoundException(name, unreadable);
    }
    if (classFile == null) {
      throw new ClassNotFoundException(name);
    }
    Class<?> defined = defineClass(name, classFile, 0, classFile.length, domain);
    loaded.incrementAndGet();
    return defined;
  }

  /**
   * Looks only in the zone, as a service file of the JDK or the application is not meant for the
   * engine.
   */
  @Override
  public URL getResource(String name) {
    return findResource(name);
  }

  @Override
  public Enumeration<URL> getResources(String name) {
    URL found = findResource(name);
    return found == null
        ? Collections.<URL>emptyEnumeration()
        : Collections.enumeration(Collections.singleton(found));
  }

  @Override
  protected URL findResource(String name) {
    try {
      return zone.resource(name);
    } catch (IOException unreadable) {
      return null;
    }
  }
}
