package dev.ssot.engine.transform;

import dev.ssot.bootstrap.pattern.ClassNames;
import dev.ssot.bootstrap.pattern.JdkClasses;
import dev.ssot.engine.ledger.WeakIdentityMap;
import dev.ssot.engine.stack.Privileged;
import dev.ssot.engine.thread.Chore;
import dev.ssot.engine.weave.WeaveResult;
import dev.ssot.engine.weave.site.GuardedMethods;
import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;

/**
 * The superclasses of targets, whose guarded methods targets inherit. A superclass that is loaded
 * after its target is woven as it is loaded; one that was loaded before is retransformed on the
 * agent's thread. They are known by name alone, because guarding another class of the same name
 * costs almost nothing.
 */
public final class GuardedSuperclasses implements GuardedMethods, Chore {
  private static final String NOTHING = "java/lang/Object";

  /** After this number of vain waits in a row, nobody waits any more. */
  private static final int PATIENCE = 3;

  private final Instrumentation instrumentation;
  private final Retransformation retransformation;
  private final Set<String> methods;
  private final Runnable wake;

  /** Internal names. */
  private final Set<String> names = ConcurrentHashMap.newKeySet();

  /** Binary names to look for. */
  private final Set<String> fresh = ConcurrentHashMap.newKeySet();

  /**
   * The classes that need no change, by loader, weakly, so that the entries go with it, and by
   * binary name. Each with the superclass that is to be looked for next, or {@link #NOTHING}.
   */
  private final WeakIdentityMap<ClassLoader, ConcurrentMap<String, String>> done =
      new WeakIdentityMap<>();

  /**
   * Binary names to look for once more, as the class may have been loading when its name became
   * known.
   */
  private Set<String> again = new HashSet<>();

  /** Classes that may be noted as changed although the JVM has not changed them yet. */
  private List<Class<?>> changing = Collections.emptyList();

  private int vainWaits;

  /**
   * @param methods names of the guarded methods
   * @param wake lets the agent's thread do its chores at once, and so {@link #perform}
   */
  public GuardedSuperclasses(
      Instrumentation instrumentation,
      Retransformation retransformation,
      List<String> methods,
      Runnable wake) {
    this.instrumentation = instrumentation;
    this.retransformation = retransformation;
    this.methods = new HashSet<>(methods);
    this.wake = wake;
  }

  @Override
  public boolean isGuarded(String method) {
    return methods.contains(method);
  }

  @Override
  public boolean isInheritedFrom(String internalName) {
    return !names.isEmpty() && names.contains(internalName);
  }

  /**
   * Notes what became of a class file. One that is guarded needs no retransformation any more;
   * neither does one that declares no method to guard, though its own superclass may.
   */
  void woven(ClassLoader loader, String internalName, WeaveResult result) {
    if (result.isGuarded()) {
      shown(loader, internalName);
      add(result.superName());
    } else if (result.isWithoutGuarded()) {
      without(loader, internalName, result.superName());
    }
  }

  /**
   * Notes that a target, or a superclass of one, inherits from that class.
   *
   * @param internalName null is none
   */
  void add(String internalName) {
    boolean ours = internalName != null && !methods.isEmpty() && !JdkClasses.isName(internalName);
    if (ours && names.add(internalName)) {
      look(ClassNames.binary(internalName));
    }
  }

  private void look(String binaryName) {
    if (fresh.add(binaryName)) {
      wake.run();
    }
  }

  /** Notes that the weaver got the class after its name was known, or as a target. */
  void shown(ClassLoader loader, String internalName) {
    note(loader, internalName, NOTHING);
  }

  /** Notes that a class declares no method to guard, so that its own superclass is next. */
  void without(ClassLoader loader, String internalName, String superName) {
    note(loader, internalName, superName);
  }

  private void note(ClassLoader loader, String internalName, String next) {
    if (!methods.isEmpty() && !JdkClasses.isLoader(loader)) {
      done.getOrPut(loader, new ConcurrentHashMap<>()).put(ClassNames.binary(internalName), next);
    }
  }

  @Override
  public void perform(long now) {
    Set<String> wanted = again;
    again = new HashSet<>();
    for (Iterator<String> each = fresh.iterator(); each.hasNext(); ) {
      again.add(each.next());
      each.remove();
    }
    wanted.addAll(again);
    if (wanted.isEmpty()) {
      return;
    }
    List<Class<?>> found = loaded(wanted);
    setChanging(found);
    try {
      retransformation.perform(found, "what it ends is not guarded");
    } finally {
      for (Class<?> each : found) {
        if (next(each) == null) { // it cannot be changed, and trying again would not help
          shown(each.getClassLoader(), ClassNames.internal(each.getName()));
        }
      }
      setChanging(Collections.<Class<?>>emptyList());
    }
  }

  private synchronized void setChanging(List<Class<?>> classes) {
    changing = classes;
    notifyAll();
  }

  /**
   * Waits until the class and its superclasses are woven, or cannot be. On a thread of the
   * application.
   *
   * @param millis longest time to wait
   * @return whether they are
   */
  public boolean await(Class<?> type, long millis) {
    if (methods.isEmpty()) {
      return true;
    }
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    synchronized (this) {
      Class<?> missing = missing(type);
      while (missing != null) {
        if (!changing.contains(missing)) {
          names.add(ClassNames.internal(missing.getName()));
          look(missing.getName());
        }
        long left = deadline - System.nanoTime();
        if (left <= 0 || vainWaits >= PATIENCE) {
          vainWaits++;
          return false;
        }
        try {
          TimeUnit.NANOSECONDS.timedWait(this, left);
        } catch (InterruptedException wanted) {
          Thread.currentThread().interrupt(); // the application interrupted it and has to see that
          return false;
        }
        missing = missing(type);
      }
      vainWaits = 0;
      return true;
    }
  }

  /** Returns the nearest class that may have a method that is not guarded yet; null if none has. */
  private Class<?> missing(Class<?> type) {
    for (Class<?> each = type;
        each != null && !JdkClasses.isLoader(Privileged.loaderOf(each));
        each = each.getSuperclass()) {
      if (next(each) == null || changing.contains(each)) {
        return each;
      }
    }
    return null;
  }

  private List<Class<?>> loaded(Set<String> wanted) {
    List<Class<?>> found = new ArrayList<>();
    for (Class<?> type : instrumentation.getAllLoadedClasses()) {
      if (wanted.contains(type.getName()) && isToBeWoven(type)) {
        found.add(type);
      }
    }
    return found;
  }

  private boolean isToBeWoven(Class<?> type) {
    if (JdkClasses.isLoader(type.getClassLoader())) {
      return false;
    }
    String next = next(type);
    if (next == null) {
      return true;
    }
    add(next);
    return false;
  }

  /** Returns what {@link #done} has for a class; null if it may have to be changed. */
  private String next(Class<?> type) {
    Map<String, String> known = done.get(Privileged.loaderOf(type));
    return known == null ? null : known.get(type.getName());
  }
}
