package dev.ssot.engine.dispatch;

import dev.ssot.bootstrap.pattern.ClassNames;
import dev.ssot.engine.ledger.Target;
import dev.ssot.engine.ledger.Targets;
import dev.ssot.engine.stack.Privileged;
import java.lang.reflect.Modifier;

/** Finds out which target a woven call hands out, or that it need not be looked at. */
final class FactoryBindings {
  /** How often in a row a call may hand out something else until it is left alone. */
  private static final int PATIENCE = 50;

  private final Targets targets;
  private final UnansweredCalls unanswered;

  FactoryBindings(Targets targets, UnansweredCalls unanswered) {
    this.targets = targets;
    this.unanswered = unanswered;
  }

  /**
   * Notes which target the call hands out, unless it is one of the application's own methods.
   *
   * @param result perhaps null
   */
  void bind(LinkedFactory call, Object result, Class<?> caller) {
    if (result == null) {
      if (!call.isNamed()) { // then no mode concerns it until it hands out something
        unanswered.note(call);
        SsotDispatch.setPlain(call.id, SsotDispatch.UNANSWERED);
      }
      return;
    }
    Class<?> type = typeOf(call, result, caller);
    Target target = type == null ? null : targets.known(type);
    if (target == null && type != null && PlainLinks.isOfJdk(type)) {
      target = targets.of(type);
    }
    if (target == null) {
      if (++call.idle > PATIENCE) {
        ignore(call);
      }
      return;
    }
    boolean ignored =
        target.isHandedOut()
            ? call.isGetter()
            : !call.isInApplication() || isOwn(call, target, caller) || !isSeenBy(caller, type);
    if (ignored) {
      ignore(call);
      return;
    }
    call.idle = 0;
    call.bind(target, type);
  }

  /**
   * Finds the class of the target: that of the result, or the one that the call names, if that is a
   * superclass or an interface of it.
   *
   * @return null if the call hands out something else
   */
  private static Class<?> typeOf(LinkedFactory call, Object result, Class<?> caller) {
    if (result.getClass().getName().equals(call.targetName())) {
      return result.getClass();
    }
    try {
      ClassLoader loader = Privileged.loaderOf(caller);
      Class<?> named = Class.forName(call.targetName(), false, loader);
      boolean handedOut = Modifier.isAbstract(named.getModifiers()) || PlainLinks.isOfJdk(named);
      return handedOut && named.isInstance(result) ? named : null;
    } catch (ClassNotFoundException | LinkageError absent) {
      return null;
    }
  }

  /** Binds a call that the options name, if its target is loaded: it need not be seen before. */
  void bindNamed(LinkedFactory call, Class<?> caller) {
    if (!targets.areNamed(call.targetName())) {
      return;
    }
    try {
      Class<?> type = Class.forName(call.targetName(), false, Privileged.loaderOf(caller));
      Target target = targets.known(type);
      if (target != null && isSeenBy(caller, type)) {
        call.bind(target, type);
      }
    } catch (ClassNotFoundException | LinkageError absent) {
      // then the first call is seen, as any other
    }
  }

  private static void ignore(LinkedFactory call) {
    SsotDispatch.setPlain(call.id, SsotDispatch.ELSEWHERE);
  }

  /** Tells whether the method is the application's own, which it can change. */
  private static boolean isOwn(LinkedFactory call, Target target, Class<?> caller) {
    if (call.isNamed()) {
      return false;
    }
    try {
      // The class is there and initialised, as its method was called.
      Class<?> owner = Class.forName(call.owner(), false, Privileged.loaderOf(caller));
      return target.application.contains(owner);
    } catch (ClassNotFoundException | LinkageError absent) {
      return true;
    }
  }

  /** Tells whether the calling code may name the class, as it is to cast the answer to it. */
  private static boolean isSeenBy(Class<?> caller, Class<?> type) {
    return Modifier.isPublic(type.getModifiers())
        || ClassNames.areBeside(caller.getName(), type.getName());
  }
}
