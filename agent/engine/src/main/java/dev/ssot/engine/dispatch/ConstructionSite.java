package dev.ssot.engine.dispatch;

import dev.ssot.engine.ledger.PlainSite;
import dev.ssot.engine.ledger.Site;
import dev.ssot.engine.place.Passed;
import dev.ssot.engine.policy.TargetEpoch;
import dev.ssot.engine.redirect.Redirects;
import dev.ssot.engine.redirect.SiteAction;
import dev.ssot.engine.stack.Stopped;
import java.lang.invoke.CallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.MutableCallSite;
import java.lang.invoke.SwitchPoint;

/**
 * A linked construction. Holds until the modes change, then links itself again at its next use; in
 * between it is a constant to the JIT compiler: to construct, or the canonical instance. What woven
 * code is given is a call site of the JDK's own class, which the engine can let go of.
 */
final class ConstructionSite implements Runnable, GivenHandles.Given {
  private static final MethodHandle RELINK;

  static {
    try {
      RELINK =
          MethodHandles.lookup()
              .findVirtual(
                  ConstructionSite.class, "relink", MethodType.methodType(MethodHandle.class));
    } catch (ReflectiveOperationException impossible) {
      throw new ExceptionInInitializerError(impossible);
    }
  }

  private final MutableCallSite callSite;
  private final MethodHandle constructor;
  private final PlainSite plain;
  private final Site site;
  private final Passed passed;
  private final Instruction instruction;
  private final TargetEpoch epoch;
  private final Redirects redirects;
  private final MethodHandle relinking;
  private volatile boolean released;

  /**
   * @param constructor takes what the call passes and returns the object, not {@code Object}
   * @param passed what this very call passes; another on its line may pass something else
   * @param instruction tells it from others on its line
   */
  @SuppressWarnings("MissingSummary") // the class says it
  ConstructionSite(
      MethodHandle constructor,
      PlainSite plain,
      Passed passed,
      Instruction instruction,
      TargetEpoch epoch,
      Redirects redirects,
      GivenHandles given) {
    this.callSite = new MutableCallSite(constructor.type());
    this.constructor = constructor;
    this.plain = plain;
    this.site = plain.site;
    this.passed = passed;
    this.instruction = instruction;
    this.epoch = epoch;
    this.redirects = redirects;
    this.relinking =
        MethodHandles.foldArguments(
            MethodHandles.exactInvoker(constructor.type()), RELINK.bindTo(this));
    plain.setListener(this);
    relink();
    given.add(this);
  }

  /** Returns what woven code is linked to. */
  CallSite callSite() {
    return callSite;
  }

  /** Returns a handle that always does what the call site does. */
  MethodHandle dynamicInvoker() {
    return callSite.dynamicInvoker();
  }

  @Override
  public void release() {
    released = true;
    callSite.setTarget(constructor);
  }

  private void setTarget(MethodHandle target) {
    callSite.setTarget(target);
    if (released) { // perhaps between the two
      callSite.setTarget(constructor);
    }
  }

  /**
   * Unlinks the construction, as the site runs the plain constructor. Else the first compiler would
   * put all of the handle into the caller, whose frame it makes several times as large, though it
   * is not used.
   */
  @Override
  public void run() {
    setTarget(relinking);
  }

  /** Tells a site whether it needs to ask anybody while that is its action. */
  static void decide(PlainSite plain, SiteAction action, int period) {
    Site site = plain.site;
    boolean recorded = site.target.events.afterConstruction(site) != null;
    boolean constructs =
        action == SiteAction.CONSTRUCT || (action == SiteAction.COUNT && !recorded);
    plain.decide(constructs, action != SiteAction.CONSTRUCT, period);
  }

  /** Links what to call now. Whatever fails, that is at least the constructor. */
  private MethodHandle relink() {
    SwitchPoint current = epoch.current();
    int period = plain.begin();
    MethodHandle construct;
    try {
      construct = handle(current, period);
    } catch (RuntimeException | Error failed) {
      Stopped.rethrow(failed);
      site.failed(failed);
      construct = constructor;
    }
    link(construct, current);
    return construct;
  }

  private void link(MethodHandle construct, SwitchPoint until) {
    setTarget(until.guardWithTest(construct, relinking));
  }

  private MethodHandle handle(SwitchPoint current, int period) {
    SiteAction action = redirects.action(site, passed);
    decide(plain, action, period);
    switch (action) {
      case CONSTRUCT:
        return ConstructionHandles.uncounted(constructor, plain);
      case REDIRECT:
        boolean keyed = redirects.isKeyed(site, passed);
        Instruction own = redirects.sharesItsOwn(site) ? instruction : null;
        return new RedirectedSite(constructor, plain, redirects, this, keyed, own, current)
            .handle();
      case REFUSE:
        return RefusedSite.handle(ConstructionHandles.counted(constructor, plain), site, redirects);
      default:
        return ConstructionHandles.counted(constructor, plain);
    }
  }

  /**
   * Links the canonical instance: from now on it is a constant, as long as the modes hold. One that
   * changes often is not linked.
   *
   * @param inProvider what to call where the thread may be inside the provider; null if it never is
   */
  void answerWith(Object shared, MethodHandle inProvider, SwitchPoint until) {
    if (epoch.looksUp()) {
      return;
    }
    MethodHandle constant = ConstructionHandles.constant(constructor.type(), shared, site);
    link(
        inProvider == null ? constant : ConstructionHandles.inProvider(inProvider, constant),
        until);
  }
}
