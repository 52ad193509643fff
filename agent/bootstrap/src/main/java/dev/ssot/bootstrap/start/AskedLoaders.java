package dev.ssot.bootstrap.start;

import dev.ssot.bootstrap.filter.TargetMatcher;
import dev.ssot.bootstrap.pattern.ClassNames;
import java.util.IdentityHashMap;

/**
 * Which loaders are asked for the class files of what they have loaded, after an attach. Asking
 * runs code of the application, takes time, and may write to its log. So a loader is asked only if
 * its classes may name a target that is loaded: it, or a loader above it, has defined one, or it is
 * of the same class as one that has, as modules see each other by rules of their own. As long as no
 * target is loaded, each may. A loader that says that it is stopped is never asked.
 */
final class AskedLoaders {
  private final IdentityHashMap<ClassLoader, Boolean> definers = new IdentityHashMap<>();
  private final IdentityHashMap<ClassLoader, Boolean> known = new IdentityHashMap<>();

  AskedLoaders(Class<?>[] loaded, TargetMatcher targets) {
    for (Class<?> type : loaded) {
      ClassLoader loader = type.getClassLoader();
      if (loader != null && targets.isTarget(ClassNames.internal(type.getName()))) {
        definers.put(loader, true);
      }
    }
  }

  /** Tells whether the loader is asked. */
  boolean contains(ClassLoader loader) {
    Boolean before = known.get(loader);
    if (before == null) {
      before = maySeeTarget(loader) && !StoppedLoader.is(loader);
      known.put(loader, before);
    }
    return before;
  }

  private boolean maySeeTarget(ClassLoader loader) {
    if (definers.isEmpty()) {
      return true;
    }
    for (ClassLoader at = loader; at != null; at = at.getParent()) {
      if (definers.containsKey(at)) {
        return true;
      }
    }
    for (ClassLoader definer : definers.keySet()) {
      if (definer.getClass() == loader.getClass()) {
        return true;
      }
    }
    return false;
  }
}
