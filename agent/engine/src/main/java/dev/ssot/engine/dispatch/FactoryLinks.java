package dev.ssot.engine.dispatch;

import dev.ssot.engine.attribution.CallerSites;
import dev.ssot.engine.ledger.Site;
import dev.ssot.engine.ledger.Target;
import dev.ssot.engine.ledger.Targets;
import dev.ssot.engine.ledger.WeakIdentityMap;
import dev.ssot.engine.place.Kind;
import dev.ssot.engine.policy.ModeEpoch;
import dev.ssot.engine.redirect.GivenArguments;
import dev.ssot.engine.redirect.Redirects;
import dev.ssot.engine.weave.site.WovenSite;
import dev.ssot.engine.weave.site.WovenSites;
import java.lang.ref.WeakReference;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Links woven calls that may make a target. What they make is counted by the constructor's hook,
 * for the line of the call; here it is decided whether the call is made at all. As long as no mode
 * redirects, it is made and nobody asks.
 */
final class FactoryLinks {
  /** How often in a row a call may make nothing until it is taken for a getter. */
  private static final int PATIENCE = 50;

  /** Those of each class by their number, as long as the class is there. */
  private final WeakIdentityMap<Class<?>, ConcurrentMap<Integer, LinkedFactory>> byCaller =
      new WeakIdentityMap<>();

  private final UnansweredCalls unanswered = new UnansweredCalls();
  private final FactoryBindings bindings;
  private final Targets targets;
  private final WovenSites woven;
  private final ModeEpoch epoch;
  private final Redirects redirects;

  FactoryLinks(Targets targets, WovenSites woven, ModeEpoch epoch, Redirects redirects) {
    this.bindings = new FactoryBindings(targets, unanswered);
    this.targets = targets;
    this.woven = woven;
    this.epoch = epoch;
    this.redirects = redirects;
  }

  /**
   * Implements {@link SsotDispatch#beforeCall}.
   *
   * @param arguments null if the call does not hand them over
   */
  Object[] before(int id, Class<?> caller, Object[] arguments) {
    LinkedFactory call = linked(id, caller);
    if (call == null) {
      return null;
    }
    GivenArguments given = arguments == null ? null : redirects.given(arguments);
    if (call.target() == null && call.isNamed()) {
      bindings.bindNamed(call, caller);
    }
    Target target = call.target();
    if (target == null) {
      return new Object[] {null, caller, 0L, given};
    }
    if (target.isHandedOut()) {
      Object instance = handedOutBefore(call, caller, given);
      return new Object[] {instance, caller, target.instances().order(), given};
    }
    epoch.of(target); // its end is what makes the call ask again
    int period = target.plain.period();
    Site made = call.site;
    Site site = made == null ? site(call, target) : made;
    Class<?> type = call.type();
    boolean decided = site != null && !redirects.redirectsCall(site, call.passed());
    if (decided || type == null || !redirects.isActive()) {
      target.plain.addByStack(id, period);
      return null;
    }
    if (site != null && target.instances().isFull()) {
      site.lookAtNext();
    }
    // Another call of its line may make targets: this one may hand out what was there before.
    boolean mayAnswer = made != null || (site != null && call.isNamed());
    Object instance = mayAnswer ? obtained(call, site, type, caller, given) : null;
    return new Object[] {instance, caller, target.instances().order(), given};
  }

  /** Implements {@link SsotDispatch#afterCall}. */
  void after(Object result, Object[] asked, int id) {
    Class<?> caller = (Class<?>) asked[1];
    LinkedFactory call = linked(id, caller);
    if (call == null) {
      return;
    }
    if (call.target() == null) {
      bindings.bind(call, result, caller);
    }
    GivenArguments given = (GivenArguments) asked[3];
    Target target = call.target();
    if (target != null && target.isHandedOut()) {
      count(call, target, result, (Long) asked[2], caller, given);
      settle(call, target);
      return;
    }
    if (target == null || !redirects.isActive()) {
      return;
    }
    int period = target.plain.period();
    Site maker = result == null ? null : maker(call, target, result, (Long) asked[2]);
    if (maker == null) {
      if (++call.idle > PATIENCE) {
        target.plain.addByStack(id, period);
      }
      return;
    }
    call.idle = 0;
    call.site = maker;
    keep(call, maker, result, caller, given);
  }

  /**
   * Implements {@link SsotDispatch#afterUnanswered}. Most objects are known, and near the end of
   * the stack all others are left alone.
   *
   * @param order of the last object that was made before the call
   */
  void afterUnanswered(Object result, long order, int id) {
    LinkedFactory call = unanswered.find(id);
    Target bound = call == null ? null : call.target();
    Target target = bound == null || !bound.isHandedOut() ? null : bound;
    WeakReference<Object> known = target == null ? null : target.seen(result);
    if (known != null && target.instances().madeSince(result, order) == null) {
      call.remember(known);
    } else if (SsotDispatch.hasStack()) {
      look(call, target, result, order, id);
    }
  }

  private void look(LinkedFactory call, Target target, Object result, long order, int id) {
    Class<?> caller = call == null ? null : call.caller();
    try {
      if (target != null && caller != null) {
        count(call, target, result, order, caller, null);
        settle(call, target);
        return;
      }
      SsotDispatch.setUnlinked(id); // its target was not known, or the number was another's
      if (caller != null) {
        after(result, new Object[] {null, caller, 0L, null}, id);
      }
    } catch (Throwable failed) {
      targets.countingFailed = true;
      throw failed;
    }
  }

  /** Lets a call that hands out an interface pass until the modes change, unless it is answered. */
  private void settle(LinkedFactory call, Target target) {
    epoch.of(target); // its end is what makes the call ask again
    unanswered.note(call);
    Site seen;
    do {
      int period = target.plain.period();
      seen = call.site;
      if (isAnswered(call, seen)) {
        target.plain.remove(call.id);
      } else {
        target.plain.addUnanswered(call.id, period);
      }
    } while (seen != call.site); // another thread has seen the call make one
  }

  /**
   * Counts what was handed out and never seen before, for the line of the application on the stack.
   * Another call, in a library that this one runs, may have handed it out before.
   *
   * @param order of the last object that was made before the call
   */
  private void count(
      LinkedFactory call,
      Target target,
      Object result,
      long order,
      Class<?> caller,
      GivenArguments given) {
    Class<?> type = call.type();
    if (type == null || !type.isInstance(result)) {
      return;
    }
    Site site = target.isNew(result) ? counted(target, type, result) : null;
    if (site == null) {
      site = target.instances().madeSince(result, order);
    }
    if (site != null && call.isInApplication() && site.location.isAt(call.place.frame())) {
      call.made(site, result.getClass());
      keep(call, site, result, caller, given);
    }
  }

  /** Keeps what the call has made, if it is to be handed out there again. */
  private void keep(
      LinkedFactory call, Site site, Object result, Class<?> caller, GivenArguments given) {
    Object[] key = key(call, site, given);
    if (key != null && redirects.redirectsCall(site, call.passed())) {
      redirects.keep(site, result, redirects.sharesItsOwn(site) ? caller : null, key);
    }
  }

  private static Site counted(Target target, Class<?> type, Object result) {
    JdkEnds.note(target, result.getClass());
    Site site = CallerSites.of(target, type, Kind.FACTORY);
    if (site.isCounted()) {
      site.countConstruction(result);
      target.events.constructed(site);
    }
    return site;
  }

  /** Returns what such a call has handed out first, if it is to be handed out again; else null. */
  private Object handedOutBefore(LinkedFactory call, Class<?> caller, GivenArguments given) {
    Site site = call.site;
    Class<?> made = call.madeClass();
    return made != null && isAnswered(call, site)
        ? obtained(call, site, made, caller, given)
        : null;
  }

  /**
   * Tells whether a call that hands out an interface is answered, until the modes change.
   *
   * @param site of what it makes; null before it was seen to make something
   */
  private boolean isAnswered(LinkedFactory call, Site site) {
    return site != null
        && (redirects.sharesItsOwn(site) || redirects.isKeyed(site, call.passed()))
        && redirects.isActive()
        && redirects.redirectsCall(site, call.passed());
  }

  /** Returns the instance for a call; null if it is to be made. */
  private Object obtained(
      LinkedFactory call, Site site, Class<?> type, Class<?> caller, GivenArguments given) {
    if (redirects.isKeyed(site, call.passed()) && given == null) {
      return null; // the modes have changed since it was asked for its arguments
    }
    Class<?> own = redirects.sharesItsOwn(site) ? caller : null;
    return redirects.obtainForCall(site, type, own, key(call, site, given));
  }

  private LinkedFactory linked(int id, Class<?> caller) {
    ConcurrentMap<Integer, LinkedFactory> byId = byCaller.get(caller);
    if (byId == null) {
      byId = byCaller.getOrPut(caller, new ConcurrentHashMap<>());
    }
    LinkedFactory known = byId.get(id);
    WovenSite site = known == null ? woven.get(id) : null;
    if (site == null || site.factory() == null) {
      return known == null ? byId.get(id) : known; // another thread may have linked it since
    }
    LinkedFactory fresh = new LinkedFactory(id, site, caller);
    LinkedFactory raced = byId.putIfAbsent(id, fresh);
    woven.remove(id);
    return raced == null ? fresh : raced;
  }

  /**
   * Returns the key of what the call shares with itself alone, or with calls that pass the same to
   * the same method; null if it shares with all others, or does not tell what it passes.
   */
  private Object[] key(LinkedFactory call, Site site, GivenArguments given) {
    boolean own = redirects.sharesItsOwn(site);
    if (redirects.isKeyed(site, call.passed())) {
      return given == null ? null : new Object[] {given, own ? call.key() : call.signature()};
    }
    return own ? new Object[] {call.key()} : null;
  }

  /**
   * Finds the site of what the line of the call makes; null before it was seen to make a target.
   */
  private static Site site(LinkedFactory call, Target target) {
    Site seen = target.madeFor(call.place);
    return seen == null && call.isNamed() ? target.site(call.place) : seen;
  }

  /**
   * Finds the site that has made the result during the call.
   *
   * @param order of the last object that was made before it
   * @return null if nothing was made, or elsewhere
   */
  private static Site maker(LinkedFactory call, Target target, Object result, long order) {
    if (!target.isExactly(result.getClass())) {
      return null;
    }
    Site maker = target.instances().madeSince(result, order);
    return maker != null && maker.location.isAt(call.place.frame()) ? maker : null;
  }
}
