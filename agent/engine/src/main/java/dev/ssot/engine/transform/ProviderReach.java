package dev.ssot.engine.transform;

import dev.ssot.bootstrap.pattern.ClassNames;
import dev.ssot.bootstrap.pattern.JdkClasses;
import dev.ssot.engine.canonical.LearnedMember;
import dev.ssot.engine.canonical.ProviderCheck;
import dev.ssot.engine.weave.scan.MethodReach;
import dev.ssot.engine.weave.scan.MethodReach.MethodName;
import java.lang.instrument.Instrumentation;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/**
 * Looks at the code that a provider reaches. To call it is safe if it locks its class, so that the
 * application's own threads stay out; if every class that it reaches is initialised already, as a
 * class whose initialiser fails on the agent's account would be lost to the application for good;
 * and if it uses no state but that of a lazy singleton. What the target's constructor without
 * arguments uses does not matter: the call site that wants the instance is about to run it.
 */
public final class ProviderReach implements ProviderCheck {
  /** Methods that are looked at; a provider that reaches more is not called. */
  private static final int MOST = 200;

  private final Instrumentation instrumentation;
  private final ClassStates states;

  /** Takes what tells the loaded classes. */
  public ProviderReach(Instrumentation instrumentation) {
    this.instrumentation = instrumentation;
    this.states = new ClassStates(instrumentation);
  }

  @Override
  public Verdict check(String target, LearnedMember member, ClassLoader loader) {
    try {
      return verdict(ClassNames.internal(target), member, loader);
    } catch (Exception | LinkageError | StackOverflowError notUnderstood) {
      return Verdict.UNSAFE;
    }
  }

  private Verdict verdict(String target, LearnedMember member, ClassLoader loader) {
    Classes classes = new Classes(target, loader);
    String name = member.holder();
    Class<?> loaded = classes.find(loader, name);
    byte[] classFile = classFile(loaded == null ? loader : loaded.getClassLoader(), name);
    if (classFile == null) {
      return loaded == null ? elsewhere(name) : Verdict.UNSAFE;
    }
    if (!MethodReach.hasMember(classFile, member, target, new LoaderClassFiles(loader))) {
      return Verdict.ABSENT;
    }
    if (loaded == null || !states.isInitialised(loaded)) {
      return Verdict.UNSAFE;
    }
    return !member.isMethod()
            || isSafe(MethodReach.of(classFile, member.name(), null), loaded, classes)
        ? Verdict.SAFE
        : Verdict.UNSAFE;
  }

  /**
   * Looks for a class that the target's loader does not see, as that of a library that an
   * application shares. It cannot be asked, but woven code tells what it yields.
   */
  private Verdict elsewhere(String internalName) {
    String name = ClassNames.binary(internalName);
    for (Class<?> each : instrumentation.getAllLoadedClasses()) {
      if (each.getName().equals(name)) {
        return Verdict.UNSAFE;
      }
    }
    return Verdict.ABSENT;
  }

  private boolean isSafe(MethodReach provider, Class<?> holder, Classes classes) {
    if (!provider.isStaticAndSynchronized() || !classes.enter(provider, holder, false)) {
      return false;
    }
    for (Called next = classes.next(); next != null; next = classes.next()) {
      if (!classes.follow(next)) {
        return false;
      }
    }
    return true;
  }

  private static byte[] classFile(ClassLoader loader, String internalName) {
    return new LoaderClassFiles(loader).read(internalName);
  }

  /** A method to look at, and the class that its call names. */
  private static final class Called {
    private final Class<?> owner;
    private final MethodName method;

    /** Whether the call site that wants the instance would run it as well. */
    private final boolean runsAnyway;

    Called(Class<?> owner, MethodName method, boolean runsAnyway) {
      this.owner = owner;
      this.method = method;
      this.runsAnyway = runsAnyway;
    }
  }

  /** What was reached so far. */
  private final class Classes {
    private final LoadedClasses loaded = new LoadedClasses(instrumentation);
    private final Set<String> seen = new HashSet<>();
    private final Deque<Called> open = new ArrayDeque<>();
    private final String target;
    private final LazyState state;

    Classes(String target, ClassLoader loader) {
      this.target = target;
      this.state = new LazyState(loaded, target, find(loader, target));
    }

    Class<?> find(ClassLoader from, String internalName) {
      return loaded.find(from, internalName);
    }

    Called next() {
      return open.poll();
    }

    /**
     * Takes what a method reaches; returns whether it is initialised, and no state that matters.
     */
    boolean enter(MethodReach reach, Class<?> in, boolean runsAnyway) {
      if (reach.isOpaque() || !(runsAnyway || state.isAllOf(reach, in))) {
        return false;
      }
      for (String name : reach.classes()) {
        if (!JdkClasses.isName(name) && !isReady(find(in.getClassLoader(), name))) {
          return false;
        }
      }
      for (MethodName call : reach.calls()) {
        if (!JdkClasses.isName(call.owner) && !call(call, in, runsAnyway)) {
          return false;
        }
      }
      return seen.size() <= MOST;
    }

    private boolean call(MethodName call, Class<?> in, boolean runsAnyway) {
      Class<?> owner = find(in.getClassLoader(), call.owner);
      if (!isReady(owner)) {
        return false;
      }
      boolean anyway = runsAnyway || isPlainConstructor(call);
      if (!isOfTheJdk(owner) && seen.add(owner.getName() + call + anyway)) {
        open.add(new Called(owner, call, anyway));
      }
      return true;
    }

    private boolean isPlainConstructor(MethodName call) {
      return call.owner.equals(target)
          && call.name.equals("<init>")
          && call.descriptor.equals("()V");
    }

    /** Looks into a method, which the class that a call names may inherit. */
    boolean follow(Called called) {
      for (Class<?> at = called.owner; at != null; at = at.getSuperclass()) {
        if (isOfTheJdk(at)) {
          return called.runsAnyway || state.mayInherit(called.method, at);
        }
        byte[] classFile = classFile(at.getClassLoader(), ClassNames.internal(at.getName()));
        if (classFile == null) {
          return false;
        }
        MethodName method = called.method;
        MethodReach reach = MethodReach.of(classFile, method.name, method.descriptor);
        if (reach.isDeclared()) {
          return !(reach.isOverridable() && loaded.isInherited(called.owner))
              && enter(reach, at, called.runsAnyway);
        }
      }
      return false;
    }

    private boolean isReady(Class<?> type) {
      return type != null && (isOfTheJdk(type) || states.isInitialised(type));
    }

    private boolean isOfTheJdk(Class<?> type) {
      return JdkClasses.isLoader(type.getClassLoader());
    }
  }
}
