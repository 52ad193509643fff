package dev.ssot.engine.canonical;

import dev.ssot.bootstrap.options.CanonicalOption;
import dev.ssot.engine.canonical.OpenWrites.OpenWrite;
import dev.ssot.engine.ledger.Site;
import dev.ssot.engine.ledger.Target;
import dev.ssot.engine.place.Reason;
import dev.ssot.engine.policy.SitePolicy;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** The canonical instance of each target. Asks the application only when a site must redirect. */
public final class Canonicals {
  private final SitePolicy policy;
  private final RedirectListener listener;
  private final ProviderCheck check;
  private final LastLearned last = new LastLearned();
  private final OpenWrites writes = new OpenWrites();
  private final LeavingProviders leaving = new LeavingProviders();
  private final ProviderThreads threads = new ProviderThreads();
  private final CanonicalSearch search;
  private final ProviderRounds rounds;
  private final CanonicalSources sources = new CanonicalSources();

  /** Takes what decides and what is told; asks and starts nothing. */
  public Canonicals(SitePolicy policy, RedirectListener listener, ProviderCheck check) {
    this.policy = policy;
    this.listener = listener;
    this.check = check;
    this.search = new CanonicalSearch(policy, listener, threads, leaving);
    this.rounds = new ProviderRounds(policy, listener, threads);
  }

  /** Prepares before a mode becomes {@code enforce}. Not called on a thread of the application. */
  public void prepare() {
    threads.start();
    for (Map.Entry<Target, CanonicalSource> each : sources.all()) {
      each.getValue().provider.hurry();
    }
  }

  /** Ends the thread that makes others. */
  public void stop() {
    threads.stop();
  }

  /**
   * Takes note of the class file of a target. It is read again when anybody retransforms the class:
   * what was learned, refused or ended is still so.
   */
  public void read(Target target, TargetShape shape) {
    CanonicalOption option = policy.canonical(target.className);
    boolean first = option.kind() == CanonicalOption.Kind.FIRST;
    if (!accept(target, CanonicalMember.of(option, shape), first)) {
      return;
    }
    last.forgetAll();
    if (!target.sites().isEmpty()) {
      // After an attach, a site that was linked before does not know the instance.
      listener.relink(target);
    }
  }

  /** Takes note that the class of a target lacks a member, which an option may have named. */
  public void lacks(Target target, LearnedMember member) {
    Canonical canonical = of(target);
    if (canonical.member().isNamed()
        && member.description().equals(canonical.member().description())
        && canonical.noteAbsent(true)) {
      listener.relink(target);
    }
  }

  /** Returns whether that is new. */
  private boolean accept(Target target, CanonicalMember member, boolean first) {
    synchronized (sources) {
      CanonicalSource known = sources.of(target);
      boolean isNew = known == CanonicalSource.NONE;
      if (!isNew && known.canonical.isUnder(member, first)) {
        return false;
      }
      Canonical canonical =
          isNew ? new Canonical(member, first) : known.canonical.under(member, first);
      sources.put(target, new CanonicalSource(canonical, listener, check));
      target.setCanonical(
          new Supplier<Object>() {
            @Override
            public Object get() {
              return canonical.shared();
            }
          },
          member.holder,
          member.provider(),
          new BooleanSupplier() {
            @Override
            public boolean getAsBoolean() {
              return canonical.refusal() != null;
            }
          });
      return true;
    }
  }

  /** Takes note that somebody is about to write a field, on this thread. */
  public void write(Object value, String member) {
    Target target = sources.exactly(value.getClass());
    if (target == null) {
      return;
    }
    Canonical canonical = of(target);
    if (member.equals(canonical.member().description()) && canonical.write(value)) {
      writes.add(target, canonical);
    }
  }

  /** Takes note that a method returns that may have written the field. */
  public void endWrite(String member) {
    for (OpenWrite each : writes.all()) {
      if (member.equals(each.canonical.member().description())) {
        settle(each, each.canonical.endWrite());
      }
    }
  }

  private void settle(OpenWrite write, boolean changes) {
    if (!write.canonical.isWritten()) {
      writes.tidy();
    }
    if (changes && of(write.target) == write.canonical) {
      tell(write.target, write.canonical);
    }
  }

  /** Tells that another instance was learned, or that the provider turned out to be a factory. */
  private void tell(Target target, Canonical canonical) {
    if (canonical.refusal() != null) {
      listener.relink(target);
    } else {
      listener.replaced(target);
    }
  }

  /** Takes note that the provider returned. */
  public void learn(Object value, String member) {
    if (!last.note(value, member)) {
      return;
    }
    Target target = sources.exactly(value.getClass());
    if (target == null) {
      return;
    }
    Canonical canonical = of(target);
    if (canonical.refusal() != null) {
      last.ignore(value.getClass());
    } else if (member.equals(canonical.member().description()) && canonical.learn(value)) {
      tell(target, canonical);
    }
  }

  /** Takes note that a provider calls code that may construct on its behalf. */
  public void leave(String member) {
    if (leaving.add(member)) {
      for (Target target : sources.heldBy(member.substring(0, member.indexOf('#')))) {
        listener.relink(target);
      }
    }
  }

  /**
   * Tells whether call sites of a target may run inside its provider, so that each construction has
   * to ask whether it does.
   */
  public boolean isConstructedElsewhere(Target target) {
    String member = of(target).member().description();
    return member != null && leaving.contains(member);
  }

  /** Tells whether this thread is inside the provider of a target. */
  public boolean isInProvider(Target target) {
    return leaving.isInside(of(target).member());
  }

  /**
   * Finds the instance, on an application's thread, within {@code canonical.wait}; counts failures.
   * A thread that is about to make the instance ready may be given it before {@link
   * Canonical#instance} tells of it.
   *
   * @param tells whether the caller, if it constructs, will call {@link #constructed} or {@link
   *     #abandoned}
   * @return null to construct
   */
  public Object obtain(Target target, Class<?> type, boolean tells) {
    return search.obtain(target, sources.of(target), type, tells);
  }

  /**
   * Takes note that a site that was to be redirected has constructed.
   *
   * @return whether that is what all share now
   */
  public boolean constructed(Target target, Object made) {
    return search.constructed(sources.of(target), made);
  }

  /**
   * Takes note that an object is about to be closed. Called for each such call that the guard lets
   * through, in every mode.
   *
   * @return whether it is an instance of a target; it may be one of any class that has a superclass
   *     in common with a target
   */
  public boolean end(Object instance) {
    Target target = sources.exactly(instance.getClass());
    if (target == null) {
      return false;
    }
    target.keyed().remove(instance);
    if (of(target).end(instance)) {
      target.canonicalEnded();
      listener.replaced(target);
    }
    return true;
  }

  /** Tells whether an instance of the target may be shared: nobody has ended it. */
  public boolean isUsable(Target target, Object instance) {
    return of(target).isUsable(instance);
  }

  /** Takes note that the constructor threw instead. */
  public void abandoned(Target target) {
    sources.of(target).race.end();
  }

  /** Returns what is known of a target's instance; of a class that was not read, nothing. */
  public Canonical of(Target target) {
    return sources.of(target).canonical;
  }

  /**
   * Tells why it cannot be said that there is an instance to be had; null if it can.
   *
   * @see Canonical#reasonForDoubt
   */
  public Reason reasonForDoubt(Target target) {
    CanonicalSource source = sources.of(target);
    Reason doubt = source.canonical.reasonForDoubt();
    return doubt == null && search.waitsForAllowed(target, source)
        ? Reason.CANONICAL_NOT_MADE
        : doubt;
  }

  /** Tells whether the first construction is to become the target's instance. */
  public boolean isFirst(Target target) {
    return sources.of(target).canonical.isFirst();
  }

  /**
   * Finds the site that constructed the canonical instance, or else the first site that
   * constructed; null if none has.
   */
  public Site birth(Target target) {
    Object instance = of(target).instance();
    Site birth = instance == null ? null : target.instances().madeBy(instance);
    return birth == null ? target.firstToConstruct() : birth;
  }

  /**
   * Looks into the static fields of the targets that have constructed: their classes are
   * initialised by then. On the agent's thread, as it waits for an initialiser that still runs.
   */
  public void readFields() {
    for (OpenWrite each : writes.all()) {
      settle(each, each.canonical.endLeftWrite());
    }
    for (Map.Entry<Target, CanonicalSource> each : sources.all()) {
      Canonical canonical = each.getValue().canonical;
      Object live =
          canonical.needsField()
              ? each.getKey().instances().oldest(site -> true, instance -> true)
              : null;
      if (live != null && canonical.readField(live.getClass())) {
        listener.relink(each.getKey());
      }
    }
  }

  /**
   * Looks again, at the next tick, for a member that was not found: a class of its holder's name is
   * about to be defined.
   *
   * @param holder binary name
   */
  public void holderSeen(String holder) {
    for (Target target : sources.heldBy(holder)) {
      sources.of(target).named.hurry();
    }
  }

  /**
   * Looks whether members that options name exist, asks again for the instances that call sites
   * want, says which stand-ins are shared, and sees to it that a provider that hangs does not keep
   * the JVM alive. On the agent's thread; asks nobody itself.
   */
  public void tick() {
    rounds.perform(sources.all());
  }
}
