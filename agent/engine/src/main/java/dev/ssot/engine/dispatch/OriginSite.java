package dev.ssot.engine.dispatch;

import dev.ssot.engine.attribution.Asker;
import dev.ssot.engine.attribution.CallerSites;
import dev.ssot.engine.ledger.Site;
import dev.ssot.engine.ledger.Target;
import dev.ssot.engine.ledger.WeakIdentityMap;
import dev.ssot.engine.place.Kind;
import dev.ssot.engine.place.Passed;
import dev.ssot.engine.policy.ModeEpoch;
import dev.ssot.engine.redirect.Redirects;
import dev.ssot.engine.stack.Stopped;
import java.lang.invoke.CallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.MutableCallSite;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * A woven construction in a library or in the target. Each time, the stack tells on whose behalf it
 * constructs; each origin has a call site of its own, which is linked as any other.
 */
final class OriginSite implements GivenHandles.Given {
  private final MethodHandle constructor;
  private final String descriptor;
  private final Instruction instruction;
  private final MethodType passed;
  private final Target target;
  private final Kind kind;
  private final ModeEpoch epoch;
  private final Redirects redirects;
  private final GivenHandles given;
  private final MutableCallSite callSite;

  /** By the class on whose behalf it constructs: an application may be deployed twice. */
  private final WeakIdentityMap<Class<?>, ConcurrentMap<Site, MethodHandle>> byOrigin =
      new WeakIdentityMap<>();

  /**
   * @param constructor takes what the call passes and returns the object
   * @param passed its type as it is declared
   * @param descriptor names the parameters, even those whose classes are passed as another type
   * @param instruction tells it from others
   */
  @SuppressWarnings("MissingSummary") // the class says it
  OriginSite(
      MethodHandle constructor,
      MethodType passed,
      String descriptor,
      Instruction instruction,
      Target target,
      Kind kind,
      ModeEpoch epoch,
      Redirects redirects,
      GivenHandles given) {
    this.constructor = constructor;
    this.passed = passed;
    this.descriptor = descriptor;
    this.instruction = instruction;
    this.target = target;
    this.kind = kind;
    this.epoch = epoch;
    this.redirects = redirects;
    this.given = given;
    this.callSite = new MutableCallSite(selecting());
    given.add(this);
  }

  /** Returns a call site that changes once, at the end, as what it selects changes by itself. */
  CallSite callSite() {
    return callSite;
  }

  /** Returns a handle that does what the call site does. */
  MethodHandle handle() {
    return callSite.dynamicInvoker();
  }

  @Override
  public void release() {
    callSite.setTarget(constructor);
  }

  /** Looks up the method each time, which is rare: so the class needs no initialiser. */
  private MethodHandle selecting() {
    try {
      MethodHandle select =
          MethodHandles.lookup().bind(this, "select", MethodType.methodType(MethodHandle.class));
      return MethodHandles.foldArguments(MethodHandles.exactInvoker(constructor.type()), select);
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /**
   * Finds what is linked for whoever asks now. Whatever fails, that is at least the constructor.
   */
  MethodHandle select() {
    try {
      Asker asker = CallerSites.asking(target, constructor.type().returnType(), kind);
      Class<?> behalf = asker.type() == null ? instruction.caller() : asker.type();
      ConcurrentMap<Site, MethodHandle> sites = sites(behalf);
      MethodHandle known = sites.get(asker.site());
      if (known == null) {
        MethodHandle fresh = linked(asker.site(), instruction.onBehalfOf(asker.type()));
        MethodHandle raced = sites.putIfAbsent(asker.site(), fresh);
        known = raced == null ? fresh : raced;
      }
      return known;
    } catch (RuntimeException | Error failed) {
      Stopped.rethrow(failed);
      target.failed(failed);
      return constructor;
    }
  }

  private ConcurrentMap<Site, MethodHandle> sites(Class<?> asker) {
    ConcurrentMap<Site, MethodHandle> known = byOrigin.get(asker);
    return known == null ? byOrigin.getOrPut(asker, new ConcurrentHashMap<>()) : known;
  }

  private MethodHandle linked(Site site, Instruction asked) {
    Passed passing = PassedArguments.note(descriptor, passed, site);
    return new ConstructionSite(
            constructor, site.plain(0), passing, asked, epoch.of(target), redirects, given)
        .dynamicInvoker();
  }
}
