package dev.ssot.engine.ledger;

import dev.ssot.bootstrap.pattern.ClassNames;
import dev.ssot.bootstrap.pattern.JdkClasses;
import dev.ssot.engine.application.ApplicationCode;
import dev.ssot.engine.place.ConstructorLines;
import dev.ssot.engine.place.FactoryPlaces;
import dev.ssot.engine.place.Location;
import dev.ssot.engine.place.NotWovenPlaces;
import dev.ssot.engine.place.NotedPlaces;
import dev.ssot.engine.place.PlaceSet;
import dev.ssot.engine.place.Reason;
import dev.ssot.engine.stack.OwnMaker;
import dev.ssot.engine.stack.Privileged;
import dev.ssot.engine.stack.Stopped;
import java.lang.ref.WeakReference;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** A class that should have one instance, in one class loader. */
public final class Target {
  private static final String OTHER = "other";

  /** Binary name. */
  public final String className;

  public final ConstructionEvents events;

  /** Calls of guarded methods that did nothing, by caller. */
  public final NamedCounts guarded = new NamedCounts();

  final Limits limits;
  final DetectionListener listener;
  final CountingPolicy policy;
  final Instances instances;
  public final NotWovenPlaces notWoven;
  final NotedPlaces configuring;
  final NotedPlaces handingOn;

  /** Calls of constructors in classes that were woven after they were loaded. */
  public final PlaceSet wovenLate;

  /**
   * Woven calls of constructors in libraries and in targets, which leave it to the stack to tell on
   * whose behalf they construct.
   */
  public final PlaceSet wovenElsewhere;

  final NotedPlaces varying;

  /** The woven calls that may make a target. */
  public final FactoryPlaces factories;

  /** Tells whose code the frames of a stack are. */
  public final ApplicationCode application;

  /** Whether the agent failed while it counted or tracked an object. Written without a call. */
  public volatile boolean countingFailed;

  /** Whether a construction threw or was refused, so that nobody else need look for one. */
  volatile boolean hasOutcomes;

  /** The call sites that run the plain constructor at present. */
  public final PlainSites plain = new PlainSites();

  /** Read without a call where nothing could contain a failure, as is {@link #hooksRun}. */
  volatile boolean hooked;

  volatile boolean hooksRun;
  private volatile boolean handedOut;
  private volatile boolean unguarded;
  private volatile boolean configurable;
  private volatile boolean read = true;
  private volatile ConstructorLines constructors = new ConstructorLines();
  private final WeakReference<ClassLoader> loader;
  private final String loaderName;

  /** Canonical instances of one list of arguments each. */
  private final IdentitySet keyed = new IdentitySet();

  /** What calls have handed out, with a reference to remember each by. */
  private final WeakIdentityMap<Object, WeakReference<Object>> seen = new WeakIdentityMap<>();

  /** Null before the class file was read. */
  private volatile Supplier<Object> canonical;

  private volatile Births births;

  private final ConcurrentMap<Location, Site> sites = new ConcurrentHashMap<>();
  private final NamedCounts subclasses = new NamedCounts();
  private final ConcurrentMap<Reason, LongAdder> failures = new ConcurrentHashMap<>();

  Target(
      String className,
      ClassLoader loader,
      Limits limits,
      DetectionListener listener,
      CountingPolicy policy,
      ConstructionEvents events,
      NotWovenPlaces notWoven,
      NotedPlaces configuring,
      NotedPlaces handingOn,
      PlaceSet wovenLate,
      PlaceSet wovenElsewhere,
      NotedPlaces varying,
      FactoryPlaces factories,
      ApplicationCode application) {
    this.varying = varying;
    this.factories = factories;
    this.application = application;
    this.wovenElsewhere = wovenElsewhere;
    this.wovenLate = wovenLate;
    this.configuring = configuring;
    this.handingOn = handingOn;
    this.notWoven = notWoven;
    this.policy = policy;
    this.events = events;
    this.className = className;
    this.handedOut = JdkClasses.isName(className);
    this.births = new Births(new OwnMaker(className, null, null), null);
    this.loader = new WeakReference<>(loader);
    this.loaderName = LoaderNames.of(loader);
    this.limits = limits;
    this.listener = listener;
    this.instances = new Instances(limits.live);
    if (handedOut) {
      instances.markHandedOut();
    }
  }

  /**
   * Notes that no constructor of it tells of an object: it is an interface or an abstract class, so
   * that only what calls hand out as that type is counted.
   */
  public void markHandedOut() {
    instances.markHandedOut();
    handedOut = true;
  }

  /** Tells whether its objects are those that calls hand out: so are those of the JDK's classes. */
  public boolean isHandedOut() {
    return handedOut;
  }

  /** Notes that anybody could end its objects, and no hook would notice. */
  public void markUnguarded() {
    unguarded = true;
  }

  /** Tells whether anybody could end its objects. Known once one was seen. */
  public boolean isUnguarded() {
    return unguarded;
  }

  /**
   * Takes note that a call hands out an object.
   *
   * @return whether it was never seen before
   */
  public boolean isNew(Object object) {
    return seen.get(object) == null && seen.putIfNew(object, new WeakReference<>(object));
  }

  /**
   * Takes note of an object that a woven {@code new} has made: no call that hands it out has made
   * it.
   *
   * @return the object
   */
  public Object noteMade(Object made) {
    try {
      isNew(made);
    } catch (Throwable failed) {
      countingFailed = true;
      Stopped.rethrow(failed);
      try {
        listener.failed(failed);
      } catch (Throwable deeper) {
        Stopped.rethrow(deeper);
      }
    }
    return made;
  }

  /**
   * Finds an object that a call has handed out.
   *
   * @return a reference that everybody may keep; null if the object was never seen
   */
  public WeakReference<Object> seen(Object object) {
    return seen.get(object);
  }

  /** Tells whether a class is the target or nested in it. */
  public boolean contains(String binaryName) {
    return ClassNames.isWithin(binaryName, className);
  }

  /** Reports that something of the agent threw on behalf of a construction. */
  public void failed(Throwable problem) {
    listener.failed(problem);
  }

  /** Notes that all its constructors report the objects that they complete. */
  public void markHooked() {
    hooked = true;
  }

  /**
   * Notes that the code with the hooks is in force: a class that is retransformed runs its old code
   * for a while.
   */
  public void markHooksRunning() {
    hooksRun = true;
  }

  /** Tells whether call sites can rely on the hooks to count. */
  public boolean hasRunningHooks() {
    return hooked && hooksRun;
  }

  /** Notes that the JVM refused the hooks. */
  public void markUnhooked() {
    hooked = false;
    hooksRun = false;
    plain.end();
  }

  /** Notes where its constructors stand, once the class file was read. */
  public void noteConstructors(ConstructorLines lines) {
    constructors = lines;
  }

  /** Returns where its constructors stand; knows nothing before the class file was read. */
  public ConstructorLines constructors() {
    return constructors;
  }

  /**
   * Notes what the class files tell of the state of its objects.
   *
   * @param isConfigurable whether others can configure them after construction
   * @param isRead whether deserialization gives them a state
   */
  public void noteState(boolean isConfigurable, boolean isRead) {
    configurable = isConfigurable;
    read = isRead;
  }

  /** Tells whether others than the class itself can configure its objects after construction. */
  public boolean isConfigurable() {
    return configurable;
  }

  /**
   * Tells whether an object that is deserialized gets a state by that, or that is not known. Then
   * the state is as good as an argument.
   */
  public boolean isRead() {
    return read;
  }

  /**
   * Tells whether the constructors are hooked, so that a mark on the thread will be taken; a mark
   * that stays would mislead.
   */
  public boolean isHooked() {
    return hooked;
  }

  /** Returns the only site at that location; creates it at the first call. */
  public Site site(Location location) {
    Site known = sites.get(location);
    if (known != null) {
      return known;
    }
    Location kept = sites.size() < Limits.SITES ? location : Location.nowhere(OTHER);
    Site fresh = new Site(this, kept);
    Site raced = sites.putIfAbsent(kept, fresh);
    return raced == null ? fresh : raced;
  }

  /**
   * Finds the site of the objects that a library makes on behalf of that place; of several, the one
   * that has constructed most.
   *
   * @return null if none has constructed
   */
  public Site madeFor(Location place) {
    Site most = null;
    for (Site site : sites.values()) {
      Location at = site.location;
      if (at.via != null
          && at.isAt(place.frame())
          && site.constructions() > (most == null ? 0 : most.constructions())) {
        most = site;
      }
    }
    return most;
  }

  /** Counts an object of a subclass, a proxy or a mock. */
  public void countSubclass(String name) {
    subclasses.add(name);
  }

  /** Counts a site that was to be redirected but constructed, or a question that failed. */
  public void countFailure(Reason reason) {
    LongAdder count = failures.get(reason);
    if (count == null) {
      failures.putIfAbsent(reason, new LongAdder());
      count = failures.get(reason);
    }
    count.increment();
  }

  /** Returns how often a site that was to be redirected constructed, by reason; a copy. */
  public Map<Reason, Long> failures() {
    Map<Reason, Long> copy = new EnumMap<>(Reason.class);
    for (Map.Entry<Reason, LongAdder> each : failures.entrySet()) {
      copy.put(each.getKey(), each.getValue().sum());
    }
    return copy;
  }

  /** Finds the site that was the first to construct; null if none has. */
  public Site firstToConstruct() {
    Site first = null;
    for (Site site : sites.values()) {
      if (site.constructions() > 0 && (first == null || isEarlier(site, first))) {
        first = site;
      }
    }
    return first;
  }

  /**
   * Compares the first constructions of two sites; a site that has just counted its first one may
   * not know the time yet.
   */
  private static boolean isEarlier(Site site, Site than) {
    long seen = site.firstSeen();
    return seen != 0 && (than.firstSeen() == 0 || seen < than.firstSeen());
  }

  /** Tells whether a construction has thrown or was refused at one of the sites. */
  public boolean hasOutcomes() {
    return hasOutcomes;
  }

  /** Tells whether one of those sites has constructed. */
  public boolean hasConstructed(Predicate<Site> which) {
    for (Site site : sites.values()) {
      if (site.constructions() > 0 && which.test(site)) {
        return true;
      }
    }
    return false;
  }

  /** Tells whether that is the very class that this target stands for. */
  public boolean isExactly(Class<?> type) {
    return className.equals(type.getName()) && loader.get() == Privileged.loaderOf(type);
  }

  void tick(long now, long nanos, PlainCounts counts) {
    boolean resumed = instances.resume();
    for (Site site : sites.values()) {
      site.tick(now, nanos, counts);
      if (resumed) {
        site.resume();
      }
    }
  }

  void settle(long now) {
    for (Site site : sites.values()) {
      site.settle(now);
    }
  }

  /** Returns the places that were not woven. */
  public NotWovenPlaces notWoven() {
    return notWoven;
  }

  /** Returns the class's loader; null once it was collected. */
  public ClassLoader loader() {
    return loader.get();
  }

  /** Returns {@code app}, {@code platform}, or the loader's class and identity. */
  public String loaderName() {
    return loaderName;
  }

  /** Returns where its sites are, as a live view, in no order. */
  public Set<Location> locations() {
    return sites.keySet();
  }

  /** Returns a live view, in no order. */
  public Collection<Site> sites() {
    return sites.values();
  }

  /**
   * Takes who knows the instance that call sites are to share.
   *
   * @param instance returns null while that is not known
   * @param holder binary name of the class that has the provider; null if there is none
   * @param provider name of its method; null if it is a field
   * @param isFactory whether the provider has answered different objects
   */
  public void setCanonical(
      Supplier<Object> instance, String holder, String provider, BooleanSupplier isFactory) {
    canonical = instance;
    births = new Births(new OwnMaker(className, holder, provider), isFactory);
  }

  /** Returns who makes the canonical instance for the target itself. */
  public OwnMaker ownMaker() {
    return births.maker;
  }

  /**
   * Tells whether an object is constructed for the target itself, and on nobody's behalf.
   *
   * @param initialiser whether its initialiser constructs
   * @param provider whether its provider does
   */
  public boolean isBirth(boolean initialiser, boolean provider) {
    return initialiser || (provider && births.isOpen());
  }

  /** Takes note of the site at which the provider makes the canonical instance. */
  public void noteBirth(Site site) {
    births.note(site);
  }

  /** Takes note that the canonical instance has ended, so that the provider makes the next one. */
  public void canonicalEnded() {
    births.ended();
  }

  /** Returns the instances that are shared among calls with equal arguments. */
  public IdentitySet keyed() {
    return keyed;
  }

  /**
   * Returns the live instances that call sites are to share: one, or one per list of arguments. To
   * be held for moments only.
   */
  public List<Object> canonicals() {
    List<Object> all = keyed.all();
    Supplier<Object> known = canonical;
    Object one = known == null ? null : known.get();
    if (one != null && !keyed.contains(one)) {
      all.add(one);
    }
    return all;
  }

  /** Returns the instances of exactly this class. */
  public Instances instances() {
    return instances;
  }

  /** Returns the constructions of objects of subclasses, by class name; a copy. */
  public Map<String, Long> subclasses() {
    return subclasses.all();
  }
}
