package dev.ssot.bootstrap.start;

import dev.ssot.bootstrap.pattern.ClassNames;
import java.lang.instrument.Instrumentation;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * The classes that were loaded unwoven though they name a target: while the engine started, because
 * the stack or the memory of the thread that loaded them had run out, or because the agent failed.
 * A retransformation weaves them later.
 */
public final class MissedClasses {
  /** How often a class is looked for that may not be defined yet, or never will be. */
  private static final int TRIES = 20;

  /** How many names are kept. */
  private static final int NAMES = 1_000;

  private final Set<String> names =
      Collections.newSetFromMap(new ConcurrentHashMap<String, Boolean>());
  private final ConcurrentLinkedQueue<Missed> missed = new ConcurrentLinkedQueue<>();

  /** Whether there were any. Set directly where the stack may be too short for a call. */
  volatile boolean any;

  /** Whether there were some whose names are not known. */
  private volatile boolean nameless;

  MissedClasses() {}

  /**
   * Adds a class that is about to be defined.
   *
   * @param className internal name
   */
  void add(ClassLoader loader, String className) {
    String name = ClassNames.binary(className);
    note(name);
    missed.add(new Missed(loader, name));
  }

  /**
   * Notes that objects of that class may have come to be before it was woven.
   *
   * @param className binary name
   */
  public void note(String className) {
    any = true;
    if (names.size() < NAMES) {
      names.add(className);
    } else {
      nameless = true;
    }
  }

  /** Notes that a class may have been loaded that the agent has never seen. */
  void note() {
    any = true;
    nameless = true;
  }

  /**
   * Tells whether objects of that class may have come to be before it was woven. Where only a class
   * that constructs it was missed, its own constructors report what they complete.
   */
  public boolean concerns(String className) {
    return nameless || names.contains(className);
  }

  /** Tells whether there were any. */
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
