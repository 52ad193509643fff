package dev.ssot.engine.transform;

import dev.ssot.bootstrap.pattern.ClassNames;
import dev.ssot.bootstrap.pattern.JdkClasses;
import dev.ssot.engine.ledger.WeakIdentityMap;
import dev.ssot.engine.thread.Chore;
import dev.ssot.engine.weave.WeaveResult;
import dev.ssot.engine.weave.site.GuardedMethods;
import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;

/**
 * The superclasses of targets, whose guarded methods targets inherit. A superclass that is loaded
 * after its target is woven as it is loaded; one that was loaded before is retransformed on the
 * agent's thread. They are known by name alone, because guarding another class of the same name
 * costs almost nothing.
 */
public final class GuardedSuperclasses implements GuardedMethods, Chore {
  private static final String NOTHING = "java/lang/Object";

  private final Instrumentation instrumentation;
  private final Retransformation retransformation;
  private final Set<String> methods;

  /** Internal names. */
  private final Set<String> names = ConcurrentHashMap.newKeySet();

  private final Queue<String> fresh = new ConcurrentLinkedQueue<>();

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

  public GuardedSuperclasses(
      Instrumentation instrumentation, Retransformation retransformation, List<String> methods) {
    this.instrumentation = instrumentation;
    this.retransformation = retransformation;
    this.methods = new HashSet<>(methods);
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
   *
   * @return whether the agent's thread has something to do
   */
  boolean woven(ClassLoader loader, String internalName, WeaveResult result) {
    if (result.isGuarded()) {
      shown(loader, internalName);
      return add(result.superName());
    }
    if (result.isWithoutGuarded()) {
      without(loader, internalName, result.superName());
    }
    return false;
  }

  /**
   * Notes that a target, or a superclass of one, inherits from that class.
   *
   * @param internalName null is none
   * @return whether the agent's thread has something to do
   */
  boolean add(String internalName) {
    boolean ours = internalName != null && !methods.isEmpty() && !JdkClasses.isName(internalName);
    if (!ours || !names.add(internalName)) {
      return false;
    }
    fresh.add(ClassNames.binary(internalName));
    return true;
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
    for (String name = fresh.poll(); name != null; name = fresh.poll()) {
      again.add(name);
    }
    wanted.addAll(again);
    if (wanted.isEmpty()) {
      return;
    }
    retransformation.perform(loaded(wanted), "what it ends is not guarded");
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
    ClassLoader loader = type.getClassLoader();
    if (JdkClasses.isLoader(loader)) {
      return false;
    }
    Map<String, String> known = done.get(loader);
    String next = known == null ? null : known.get(type.getName());
    if (next == null) {
      return true;
    }
    add(next);
    return false;
  }
}
