package dev.ssot.engine.logging;

import dev.ssot.engine.logging.bridge.ApplicationLog;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * The loaders in which the application itself loaded SLF4J. It is told on the application's
 * threads, during class loading, so it takes no lock and loads nothing.
 */
final class ApplicationLogs {
  private final Queue<ApplicationLog> logs = new ConcurrentLinkedQueue<>();
  private volatile WeakReference<ClassLoader> preferred = new WeakReference<>(null);

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
    logs.removeIf(ApplicationLog::isOver);
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

  private ApplicationLog of(ClassLoader loader) {
    for (ApplicationLog log : logs) {
      if (log.isOf(loader)) {
        return log;
      }
    }
    return null;
  }
}
