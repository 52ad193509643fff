package dev.ssot.bootstrap.start;

import dev.ssot.bootstrap.pattern.ClassNames;
import java.lang.instrument.Instrumentation;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;

/** A class that was loaded unwoven while the engine started. */
final class MissedClass {
  private final WeakReference<ClassLoader> loader;
  private final String name;

  MissedClass(ClassLoader loader, String internalName) {
    this.loader = new WeakReference<>(loader);
    this.name = ClassNames.binary(internalName);
  }

  /** Returns those that were defined in the meantime; a retransformation will weave them. */
  static List<Class<?>> loaded(List<MissedClass> missed, Instrumentation instrumentation) {
    List<Class<?>> loaded = new ArrayList<>();
    for (MissedClass each : missed) {
      Class<?> found = each.find(instrumentation);
      if (found != null) {
        loaded.add(found);
      }
    }
    return loaded;
  }

  private Class<?> find(Instrumentation instrumentation) {
    ClassLoader expected = loader.get();
    for (Class<?> type : instrumentation.getAllLoadedClasses()) {
      if (type.getClassLoader() == expected && type.getName().equals(name)) {
        return type;
      }
    }
    return null;
  }
}
