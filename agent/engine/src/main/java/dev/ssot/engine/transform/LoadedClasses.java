package dev.ssot.engine.transform;

import dev.ssot.bootstrap.pattern.ClassNames;
import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** The classes that loaders have loaded already, by name. Loads none. Used for moments only. */
final class LoadedClasses {
  private final Instrumentation instrumentation;
  private final List<ClassLoader> loaders = new ArrayList<>();
  private final List<Map<String, Class<?>>> classes = new ArrayList<>();

  /** The classes that others inherit from; empty until somebody asks. */
  private final IdentityHashMap<Class<?>, Boolean> superclasses = new IdentityHashMap<>();

  LoadedClasses(Instrumentation instrumentation) {
    this.instrumentation = instrumentation;
  }

  /** Finds a class that the loader has been asked for, or else one of its parents; or null. */
  Class<?> find(ClassLoader from, String internalName) {
    for (ClassLoader loader = from; loader != null; loader = loader.getParent()) {
      Class<?> found = of(loader).get(ClassNames.binary(internalName));
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  /** Tells whether a class that inherits from it is loaded. */
  boolean isInherited(Class<?> type) {
    if (superclasses.isEmpty()) {
      for (Class<?> each : instrumentation.getAllLoadedClasses()) {
        superclasses.put(each.getSuperclass(), true);
      }
    }
    return superclasses.containsKey(type);
  }

  private Map<String, Class<?>> of(ClassLoader loader) {
    for (int i = 0; i < loaders.size(); i++) {
      if (loaders.get(i) == loader) {
        return classes.get(i);
      }
    }
    Map<String, Class<?>> byName = new HashMap<>();
    for (Class<?> each : instrumentation.getInitiatedClasses(loader)) {
      byName.put(each.getName(), each);
    }
    loaders.add(loader);
    classes.add(byName);
    return byName;
  }
}
