package dev.ssot.engine.logging;

import dev.ssot.engine.logging.bridge.ApplicationLog;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * The loaders in which the application itself loaded SLF4J. It is told on the application's
 * threads, during class loading, so it takes no lock and loads nothing.
 */
final class ApplicationLogs {
  private static final String SLF4J = "org/slf4j/LoggerFactory.class";

  /** From 9 on, and on 8. They live as long as the JVM. */
  private static final List<String> OF_THE_JDK =
      Arrays.asList(
          "jdk.internal.loader.ClassLoaders$AppClassLoader",
          "jdk.internal.loader.ClassLoaders$PlatformClassLoader",
          "sun.misc.Launcher$AppClassLoader",
          "sun.misc.Launcher$ExtClassLoader");

  private final Queue<ApplicationLog> logs = new ConcurrentLinkedQueue<>();
  private volatile WeakReference<ClassLoader> preferred = new WeakReference<>(null);

  /** What {@link #noneCanCome} found out, on the agent's thread. */
  private ClassLoader searched;

  private boolean found;

  void seen(ClassLoader loader) {
    if (loader != null && of(loader) == null) {
      logs.add(new ApplicationLog(loader));
    }
  }

  void prefer(ClassLoader loader) {
    preferred = new WeakReference<>(loader);
  }

  /**
   * Lists the logs, the best first: those that the preferred loader and its parents define, then
   * the others in the order in which they were seen.
   */
  List<ApplicationLog> inOrder() {
    for (Iterator<ApplicationLog> all = logs.iterator(); all.hasNext(); ) {
      if (all.next().isOver()) {
        all.remove();
      }
    }
    List<ApplicationLog> order = new ArrayList<>();
    for (ClassLoader at = preferred.get(); at != null; at = at.getParent()) {
      ApplicationLog log = of(at);
      if (log != null) {
        order.add(log);
      }
    }
    for (ApplicationLog log : logs) {
      if (!order.contains(log)) {
        order.add(log);
      }
    }
    return order;
  }

  /**
   * Tells whether the preferred loader certainly has no SLF4J: it is one of the JDK's own and finds
   * none. Another loader is not asked, as that would run code of the application, and it may find
   * classes later.
   */
  boolean noneCanCome() {
    ClassLoader loader = preferred.get();
    if (loader == null || !logs.isEmpty() || !OF_THE_JDK.contains(loader.getClass().getName())) {
      return false;
    }
    if (loader != searched) {
      searched = loader;
      found = loader.getResource(SLF4J) != null;
    }
    return !found;
  }

  private ApplicationLog of(ClassLoader loader) {
    for (ApplicationLog log : logs) {
      if (log.isOf(loader)) {
        return log;
      }
    }
    return null;
  }
}
