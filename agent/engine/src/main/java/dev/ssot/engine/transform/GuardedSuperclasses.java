package dev.ssot.engine.transform;

import dev.ssot.bootstrap.pattern.ClassNames;
import dev.ssot.bootstrap.pattern.JdkClasses;
import dev.ssot.engine.ledger.WeakIdentityMap;
import dev.ssot.engine.thread.Chore;
import dev.ssot.engine.weave.site.GuardedMethods;
import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * The superclasses of targets, whose guarded methods targets inherit. A superclass that is loaded
 * after its target is woven as it is loaded; one that was loaded before is retransformed on the
 * agent's thread. They are known by name alone, because guarding another class of the same name
 * costs almost nothing.
 */
public final class GuardedSuperclasses implements GuardedMethods, Chore {
  private final Instrumentation instrumentation;
  private final Retransformation retransformation;
  private final Set<String> methods;
  private final Set<String> names = ConcurrentHashMap.newKeySet();
  private final Queue<String> fresh = new ConcurrentLinkedQueue<>();

  /** By loader, weakly, so that the entries go with it. */
  private final WeakIdentityMap<ClassLoader, Set<String>> woven = new WeakIdentityMap<>();

  /** Names to look for once more, as the class may have been loading when its name became known. */
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
    fresh.add(internalName);
    return true;
  }

  /** Notes that the weaver got the class after its name was known. */
  void shown(ClassLoader loader, String internalName) {
    woven.getOrPut(loader, ConcurrentHashMap.newKeySet()).add(internalName);
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
      ClassLoader loader = type.getClassLoader();
      String name = ClassNames.internal(type.getName());
      if (wanted.contains(name) && !JdkClasses.isLoader(loader) && !isShown(loader, name)) {
        found.add(type);
      }
    }
    return found;
  }

  private boolean isShown(ClassLoader loader, String internalName) {
    Set<String> shown = woven.get(loader);
    return shown != null && shown.contains(internalName);
  }
}
