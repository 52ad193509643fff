package dev.ssot.engine.canonical;

import dev.ssot.engine.ledger.Site;
import dev.ssot.engine.ledger.Target;
import dev.ssot.engine.place.Reason;
import dev.ssot.engine.policy.SitePolicy;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * Finds the instance for a call that is to be redirected, on the application's thread: in the
 * field, from the provider, or as the first construction. Bounded by {@code canonical.wait}.
 */
final class CanonicalSearch {
  private final SitePolicy policy;
  private final RedirectListener listener;
  private final ProviderThreads threads;
  private final LeavingProviders leaving;

  /** No method reference, as the first lambda of a JVM takes long and the application waits. */
  private final Predicate<Site> eligible =
      new Predicate<Site>() {
        @Override
        public boolean test(Site site) {
          return mayBeFirst(site);
        }
      };

  CanonicalSearch(
      SitePolicy policy,
      RedirectListener listener,
      ProviderThreads threads,
      LeavingProviders leaving) {
    this.leaving = leaving;
    this.policy = policy;
    this.listener = listener;
    this.threads = threads;
  }

  /**
   * Finds the instance, on an application's thread, within {@code canonical.wait}; counts failures.
   * A thread that is about to make the instance ready may be given it before {@link
   * Canonical#instance} tells of it.
   *
   * @param tells whether the caller, if it constructs, will tell how that ended
   * @return null to construct
   */
  Object obtain(Target target, CanonicalSource source, Class<?> type, boolean tells) {
    Canonical canonical = source.canonical;
    if (canonical.readField(type)) {
      listener.relink(target);
    }
    Object instance = canonical.instance();
    if (instance == null) {
      instance =
          canonical.isFirst() ? first(target, source, tells) : provided(target, source, tells);
    }
    return instance != null && instance.getClass() == type && !leaving.isInside(canonical.member())
        ? instance
        : null;
  }

  private Object provided(Target target, CanonicalSource source, boolean tells) {
    Canonical canonical = source.canonical;
    if (source.provider.isAskedHere()) {
      return null; // the provider itself constructs the instance that the others wait for
    }
    if (canonical.refusal() == null) {
      UnfinishedWrite write = canonical.unfinished();
      if (write != null) {
        return written(target, canonical, write);
      }
      if (!canonical.member().isRunning()) {
        return shared(target, source, tells);
      }
    }
    Reason refusal = canonical.refusal();
    // Without a refusal, the instance is about to become known.
    target.countFailure(refusal == null ? Reason.CANONICAL_UNKNOWN : refusal);
    return null;
  }

  private Object shared(Target target, CanonicalSource source, boolean tells) {
    long began = System.nanoTime();
    Object shared = asked(target, source);
    if (shared != null) {
      return shared;
    }
    Reason none = reasonToConstruct(source, tells);
    if (none != null) {
      target.countFailure(none);
      return null;
    }
    long left = waitMillis() - TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
    return source.race.answer(target, left, source.provider.getAsBoolean());
  }

  private Object asked(Target target, CanonicalSource source) {
    return source.canonical.hasProvider()
        ? source.provider.answer(target, threads, waitMillis())
        : source.canonical.shared();
  }

  /** Tells why a site without an answer makes no stand-in; null if it may. */
  private static Reason reasonToConstruct(CanonicalSource source, boolean tells) {
    Reason none = source.canonical.reasonForNone();
    return none == null && !tells ? Reason.CANONICAL_UNKNOWN : none;
  }

  /**
   * Waits until the method that wrote the field returns. The writing thread itself is given the
   * instance, as it would be by the field.
   */
  private Object written(Target target, Canonical canonical, UnfinishedWrite write) {
    if (write.isByThisThread()) {
      Object made = write.instance();
      return made == null || canonical.isUsable(made) ? made : null;
    }
    Object instance =
        canonical.isGivenUp() ? canonical.shared() : canonical.awaitWrite(waitMillis());
    if (instance == null) {
      target.countFailure(Reason.CANONICAL_TIMEOUT);
    }
    return instance;
  }

  private Object first(Target target, CanonicalSource source, boolean tells) {
    Object oldest = target.hasConstructed(eligible) ? oldest(target, source) : null;
    if (oldest != null) {
      return source.canonical.learnFirst(oldest);
    }
    if (!policy.options().allow().isEmpty()) {
      target.countFailure(Reason.CANONICAL_NOT_MADE);
      return null;
    }
    return tells ? source.race.answer(target, waitMillis(), false) : null;
  }

  /** Tells whether the instance has to be made by an allowed call site, and none has made it. */
  boolean waitsForAllowed(Target target, CanonicalSource source) {
    return source.canonical.isFirst()
        && source.canonical.instance() == null
        && !policy.options().allow().isEmpty()
        && (!target.hasConstructed(eligible) || oldest(target, source) == null);
  }

  private Object oldest(Target target, CanonicalSource source) {
    Canonical canonical = source.canonical;
    Predicate<Object> usable =
        new Predicate<Object>() {
          @Override
          public boolean test(Object instance) {
            return canonical.isUsable(instance);
          }
        };
    return target.instances().oldest(eligible, usable);
  }

  /**
   * Tells whether the first construction at a site may become the canonical instance. If {@code
   * allow} names a factory, only its constructions may. Otherwise any site outside the target may.
   * A site that passes arguments or configures the object may not, unless the options ignore that:
   * nobody else asked for an object with that state. What a library made for itself never is.
   */
  private boolean mayBeFirst(Site site) {
    if (policy.isMadeInside(site.target.className, site.location)) {
      return false;
    }
    if (site.isMadeByLibrary() || (site.hasArguments() && !policy.ignoresArguments())) {
      return false;
    }
    Reason allowed = policy.allowedBecause(site.target.className, site.location);
    if (!policy.options().allow().isEmpty()) {
      return allowed == Reason.ALLOWED;
    }
    return allowed == null && (!site.isConfiguring() || policy.options().ignoresConfigured());
  }

  private long waitMillis() {
    return policy.options().canonicalWait().toMillis();
  }

  /**
   * Takes note that a site that was to be redirected has constructed.
   *
   * @return whether that is what all share now
   */
  boolean constructed(CanonicalSource source, Object made) {
    Canonical canonical = source.canonical;
    if (!canonical.isFirst()) {
      boolean standsIn = mayStandIn(source) && canonical.letStandIn(made);
      source.race.end();
      return standsIn;
    }
    if (policy.options().allow().isEmpty()) {
      canonical.learnFirst(made);
      source.race.end();
      return canonical.instance() == made;
    }
    return false;
  }

  /**
   * Tells whether a site, and not the provider, has constructed while there is nothing to share.
   */
  private static boolean mayStandIn(CanonicalSource source) {
    if (source.canonical.reasonForNone() != null || source.canonical.shared() != null) {
      return false;
    }
    return source.race.isMaker()
        || !(source.provider.isAskedHere() || source.canonical.member().isRunning());
  }
}
