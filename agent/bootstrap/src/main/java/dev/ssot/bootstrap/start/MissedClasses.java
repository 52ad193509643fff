package dev.ssot.bootstrap.start;

import dev.ssot.bootstrap.pattern.ClassNames;
import java.lang.instrument.Instrumentation;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * The classes that were loaded unwoven though they name a target: while the engine started, or
 * because the stack or the memory of the thread that loaded them had run out. A retransformation
 * weaves them later; what they constructed before is not counted.
 */
public final class MissedClasses {
  /** How often a class is looked for that may not be defined yet, or never will be. */
  private static final int TRIES = 20;

  private final ConcurrentLinkedQueue<Missed> missed = new ConcurrentLinkedQueue<>();
  private volatile boolean any;

  MissedClasses() {}

  /**
   * Adds a class that is about to be defined.
   *
   * @param className internal name
   */
  void add(ClassLoader loader, String className) {
    any = true;
    missed.add(new Missed(loader, ClassNames.binary(className)));
  }

  /** Notes that a class was loaded that the agent has never seen. */
  void note() {
    any = true;
  }

  /** Tells whether constructions may have gone uncounted. */
  public boolean any() {
    return any;
  }

  /** Takes those that are defined by now. Looks through all loaded classes if there are any. */
  public List<Class<?>> defined(Instrumentation instrumentation) {
    List<Class<?>> defined = new ArrayList<>();
    if (missed.isEmpty()) {
      return defined;
    }
    Class<?>[] loaded = instrumentation.getAllLoadedClasses();
    for (Iterator<Missed> each = missed.iterator(); each.hasNext(); ) {
      Missed wanted = each.next();
      Class<?> found = wanted.in(loaded);
      if (found != null) {
        defined.add(found);
      }
      if (found != null || ++wanted.tries == TRIES) {
        each.remove();
      }
    }
    return defined;
  }

  /** A class by its name and loader, which is held weakly. */
  private static final class Missed {
    int tries;
    private final WeakReference<ClassLoader> loader;
    private final String name;

    Missed(ClassLoader loader, String name) {
      this.loader = new WeakReference<>(loader);
      this.name = name;
    }

    Class<?> in(Class<?>[] loaded) {
      ClassLoader expected = loader.get();
      for (Class<?> type : loaded) {
        if (type.getClassLoader() == expected && type.getName().equals(name)) {
          return type;
        }
      }
      return null;
    }
  }
}
