package dev.ssot.engine.transform;

import dev.ssot.bootstrap.pattern.ClassNames;
import dev.ssot.engine.ledger.WeakIdentityMap;
import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The classes that were woven, by loader and name, and the way back to what they were. */
public final class WovenClasses {
  private final WeakIdentityMap<ClassLoader, Set<String>> byLoader = new WeakIdentityMap<>();
  private final Instrumentation instrumentation;
  private final Retransformation retransformation;
  private final JdkHooks hooks;

  /** Knows of none yet. */
  public WovenClasses(
      Instrumentation instrumentation, Retransformation retransformation, JdkHooks hooks) {
    this.instrumentation = instrumentation;
    this.retransformation = retransformation;
    this.hooks = hooks;
  }

  /** Notes that a class file was changed, of a loader that is not the boot loader. */
  public void add(ClassLoader loader, String internalName) {
    Set<String> known = byLoader.get(loader);
    if (known == null) {
      known = byLoader.getOrPut(loader, ConcurrentHashMap.<String>newKeySet());
    }
    known.add(ClassNames.binary(internalName));
  }

  /** Counts those whose loaders are alive. */
  public int size() {
    int size = 0;
    for (ClassLoader loader : byLoader.keys()) {
      size += byLoader.get(loader).size();
    }
    return size;
  }

  /**
   * Gives the classes, and those of the JDK, their original code back, once the agent's own
   * transformer is gone. Frames that run keep their code.
   *
   * @return the names of those that the JVM did not change
   */
  public List<String> restore() {
    List<Class<?>> left = new ArrayList<>(hooks.remove());
    List<Class<?>> woven = new ArrayList<>();
    for (Class<?> type : instrumentation.getAllLoadedClasses()) {
      ClassLoader loader = type.getClassLoader();
      Set<String> names = loader == null ? null : byLoader.get(loader);
      if (names != null && names.contains(type.getName())) {
        woven.add(type);
      }
    }
    left.addAll(retransformation.perform(woven, "it stays woven, and constructs as before"));
    List<String> names = new ArrayList<>();
    for (Class<?> each : left) {
      names.add(each.getName());
    }
    return names;
  }
}
