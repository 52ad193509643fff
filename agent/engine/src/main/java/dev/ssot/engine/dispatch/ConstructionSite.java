package dev.ssot.engine.dispatch;

import dev.ssot.engine.ledger.Site;
import dev.ssot.engine.policy.TargetEpoch;
import dev.ssot.engine.redirect.Redirects;
import dev.ssot.engine.stack.Stopped;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.MutableCallSite;
import java.lang.invoke.SwitchPoint;

/**
 * A linked construction. Holds until the modes change, then links itself again at its next use; in
 * between it is a constant to the JIT compiler: to construct, or the canonical instance.
 */
final class ConstructionSite extends MutableCallSite {
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

  private final MethodHandle constructor;
  private final Site site;
  private final boolean arguments;
  private final TargetEpoch epoch;
  private final Redirects redirects;
  private final MethodHandle relinking;

  /**
   * @param constructor takes what the call passes and returns the object, not {@code Object}
   * @param arguments whether this very call passes any; another on its line may not
   */
  @SuppressWarnings("MissingSummary") // the class says it
  ConstructionSite(
      MethodHandle constructor,
      Site site,
      boolean arguments,
      TargetEpoch epoch,
      Redirects redirects) {
    super(constructor.type());
    this.constructor = constructor;
    this.site = site;
    this.arguments = arguments;
    this.epoch = epoch;
    this.redirects = redirects;
    this.relinking =
        MethodHandles.foldArguments(MethodHandles.exactInvoker(type()), RELINK.bindTo(this));
    relink();
  }

  /** Links what to call now. Whatever fails, that is at least the constructor. */
  private MethodHandle relink() {
    SwitchPoint current = epoch.current();
    MethodHandle construct;
    try {
      construct = handle(current);
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

  private MethodHandle handle(SwitchPoint current) {
    switch (redirects.action(site, arguments)) {
      case CONSTRUCT:
        return ConstructionHandles.uncounted(constructor, site);
      case REDIRECT:
        boolean keyed = redirects.isKeyed(arguments);
        return new RedirectedSite(constructor, site, redirects, this, keyed, current).handle();
      case REFUSE:
        return RefusedSite.handle(ConstructionHandles.counted(constructor, site), site, redirects);
      default:
        return ConstructionHandles.counted(constructor, site);
    }
  }

  /**
   * Links the canonical instance: from now on it is a constant, as long as the modes hold. One that
   * changes often is not linked.
   */
  void answerWith(Object shared, SwitchPoint until) {
    if (epoch.looksUp()) {
      return;
    }
    MethodHandle constant = ConstructionHandles.constant(type(), shared, site);
    link(constant, until);
  }
}
