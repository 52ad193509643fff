package dev.ssot.engine.canonical;

import dev.ssot.bootstrap.options.CanonicalOption;
import dev.ssot.engine.ledger.Site;
import dev.ssot.engine.ledger.Target;
import dev.ssot.engine.place.Reason;
import dev.ssot.engine.policy.SitePolicy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** The canonical instance of each target. Asks the application only when a site must redirect. */
public final class Canonicals {
  private final SitePolicy policy;
  private final RedirectListener listener;
  private final ProviderCheck check;
  private final OverdueQuestions overdue = new OverdueQuestions();
  private final LastLearned last = new LastLearned();
  private final OpenWrites writes = new OpenWrites();
  private final ProviderThreads threads = new ProviderThreads();
  private final Map<Target, CanonicalSource> sources =
      Collections.synchronizedMap(new WeakHashMap<>());

  /** Binary names of the targets, as the end of any other object concerns nobody. */
  private final Set<String> names = ConcurrentHashMap.newKeySet();

  /** Takes what decides and what is told; asks and starts nothing. */
  public Canonicals(SitePolicy policy, RedirectListener listener, ProviderCheck check) {
    this.policy = policy;
    this.listener = listener;
    this.check = check;
  }

  /** Prepares before a mode becomes {@code enforce}. Not called on a thread of the application. */
  public void prepare() {
    threads.start();
    for (Map.Entry<Target, CanonicalSource> each : known()) {
      each.getValue().provider.hurry();
    }
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
      CanonicalSource known = sources.get(target);
      if (known != null && known.canonical.isUnder(member, first)) {
        return false;
      }
      Canonical canonical =
          known == null ? new Canonical(member, first) : known.canonical.under(member, first);
      sources.put(target, new CanonicalSource(canonical, listener, check));
      target.setCanonical(
          new Supplier<Object>() {
            @Override
            public Object get() {
              return canonical.shared();
            }
          });
    }
    names.add(target.className);
    return true;
  }

  /** Takes note that somebody is about to write a field, on this thread. */
  public void write(Object value, String member) {
    for (Map.Entry<Target, CanonicalSource> each : known()) {
      Canonical canonical = each.getValue().canonical;
      if (each.getKey().isExactly(value.getClass())
          && member.equals(canonical.member().description())
          && canonical.write(value)) {
        writes.add(canonical);
      }
    }
  }

  /** Takes note that a method returns that may have written the field. */
  public void endWrite(String member) {
    for (Canonical canonical : writes.all()) {
      if (member.equals(canonical.member().description())) {
        settle(canonical, canonical.endWrite());
      }
    }
  }

  private void settle(Canonical canonical, boolean changes) {
    if (!canonical.isWritten()) {
      writes.tidy();
    }
    if (!changes) {
      return;
    }
    for (Map.Entry<Target, CanonicalSource> each : known()) {
      if (each.getValue().canonical == canonical) {
        tell(each.getKey(), canonical);
      }
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
    for (Map.Entry<Target, CanonicalSource> each : known()) {
      Canonical canonical = each.getValue().canonical;
      if (!each.getKey().isExactly(value.getClass())) {
        continue;
      }
      if (canonical.refusal() != null) {
        last.ignore(value.getClass());
      } else if (member.equals(canonical.member().description()) && canonical.learn(value)) {
        tell(each.getKey(), canonical);
      }
    }
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
    CanonicalSource source = source(target);
    Canonical canonical = source.canonical;
    if (canonical.readField(type)) {
      listener.relink(target);
    }
    Object instance = canonical.instance();
    if (instance == null) {
      instance =
          canonical.isFirst() ? first(target, source, tells) : provided(target, source, tells);
    }
    return instance != null && instance.getClass() == type ? instance : null;
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
    if (source.canonical.refusal() != null) {
      return source.canonical.refusal();
    }
    if (source.canonical.isAbsent()) {
      return Reason.CANONICAL_ABSENT;
    }
    return tells ? null : Reason.CANONICAL_UNKNOWN;
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
    Object oldest = target.hasConstructed(this::mayBeFirst) ? oldest(target, source) : null;
    if (oldest != null) {
      return source.canonical.learnFirst(oldest);
    }
    if (!policy.options().allow().isEmpty()) {
      target.countFailure(Reason.CANONICAL_UNKNOWN); // no allowed factory has constructed it yet
      return null;
    }
    return tells ? source.race.answer(target, waitMillis(), false) : null;
  }

  private Object oldest(Target target, CanonicalSource source) {
    return target.instances().oldest(this::mayBeFirst, source.canonical::isUsable);
  }

  /**
   * Tells whether the first construction at a site may become the canonical instance. If {@code
   * allow} names a factory, only its constructions may. Otherwise any site outside the target may.
   * A site that passes arguments or configures the object may not, unless the options ignore that:
   * nobody else asked for an object with that state. What a library made for itself never is.
   */
  private boolean mayBeFirst(Site site) {
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
  public boolean constructed(Target target, Object made) {
    CanonicalSource source = source(target);
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
    if (source.canonical.refusal() != null
        || source.canonical.shared() != null
        || source.canonical.isAbsent()) {
      return false;
    }
    return source.race.isMaker()
        || !(source.provider.isAskedHere() || source.canonical.member().isRunning());
  }

  /**
   * Takes note that an object is about to be closed. Called for each such call that the guard lets
   * through, in every mode.
   *
   * @return whether it is an instance of a target; it may be one of any class that has a superclass
   *     in common with a target
   */
  public boolean end(Object instance) {
    Class<?> type = instance.getClass();
    if (!names.contains(type.getName())) {
      return false;
    }
    boolean concerned = false;
    for (Map.Entry<Target, CanonicalSource> each : known()) {
      if (each.getKey().isExactly(type)) {
        concerned = true;
        each.getKey().keyed().remove(instance);
        if (each.getValue().canonical.end(instance)) {
          listener.replaced(each.getKey());
        }
      }
    }
    return concerned;
  }

  /** Tells whether an instance of the target may be shared: nobody has ended it. */
  public boolean isUsable(Target target, Object instance) {
    return of(target).isUsable(instance);
  }

  /** Takes note that the constructor threw instead. */
  public void abandoned(Target target) {
    source(target).race.end();
  }

  /** Returns what is known of a target's instance; of a class that was not read, nothing. */
  public Canonical of(Target target) {
    return source(target).canonical;
  }

  /** Tells whether the first construction is to become the target's instance. */
  public boolean isFirst(Target target) {
    return source(target).canonical.isFirst();
  }

  private CanonicalSource source(Target target) {
    CanonicalSource source = sources.get(target);
    return source == null ? CanonicalSource.NONE : source;
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
    for (Canonical canonical : writes.all()) {
      settle(canonical, canonical.endLeftWrite());
    }
    for (Map.Entry<Target, CanonicalSource> each : known()) {
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
    for (Map.Entry<Target, CanonicalSource> each : known()) {
      if (holder.equals(each.getValue().canonical.member().holder)) {
        each.getValue().named.hurry();
      }
    }
  }

  /**
   * Looks whether members that options name exist, asks again for the instances that call sites
   * want, says which stand-ins are shared, and sees to it that a provider that hangs does not keep
   * the JVM alive. On the agent's thread; asks nobody itself.
   */
  public void tick() {
    List<Thread> asking = new ArrayList<>();
    for (Map.Entry<Target, CanonicalSource> each : known()) {
      Target target = each.getKey();
      CanonicalSource source = each.getValue();
      source.named.look(target);
      if (source.provider.isWanted() && redirects(target)) {
        source.provider.retry(target, threads);
      }
      if (!source.factoryTold && source.canonical.refusal() == Reason.CANONICAL_FACTORY) {
        source.factoryTold = true;
        listener.refused(target, Reason.CANONICAL_FACTORY, null);
      }
      if (!source.standInTold && source.canonical.standIn() != null) {
        source.standInTold = true;
        listener.standsIn(target, source.canonical.member().description());
      }
      source.provider.addOverdue(asking, waitMillis());
    }
    overdue.look(asking);
  }

  /** Tells whether any site of the target is to be redirected as the modes are now. */
  private boolean redirects(Target target) {
    for (Site site : target.sites()) {
      if (policy.mode(target.className, site.location).redirects()) {
        return true;
      }
    }
    return false;
  }

  /** Returns a copy, so that nobody has to wait while a field is read. */
  private List<Map.Entry<Target, CanonicalSource>> known() {
    synchronized (sources) {
      return new ArrayList<>(sources.entrySet());
    }
  }
}
