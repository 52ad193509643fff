package dev.ssot.bootstrap.start;

import dev.ssot.bootstrap.pattern.ClassNames;
import dev.ssot.bootstrap.zone.Console;
import java.lang.instrument.Instrumentation;
import java.lang.ref.WeakReference;
import java.util.List;

/** A class that was loaded while the engine started, and went unwoven. */
final class MissedClass {
  private final WeakReference<ClassLoader> loader;
  private final String name;

  MissedClass(ClassLoader loader, String internalName) {
    this.loader = new WeakReference<>(loader);
    this.name = ClassNames.binary(internalName);
  }

  /** Shows each to the transformers again; they weave it this time. */
  static void retransform(List<MissedClass> missed, Instrumentation instrumentation) {
    for (MissedClass each : missed) {
      try {
        Class<?> loaded = each.find(instrumentation);
        if (loaded != null) {
          instrumentation.retransformClasses(loaded);
        }
      } catch (Throwable refused) {
        Console.line("left " + each.name + " as it is (" + refused + ")");
      }
    }
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
