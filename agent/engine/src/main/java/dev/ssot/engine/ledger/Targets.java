package dev.ssot.engine.ledger;

import dev.ssot.engine.application.ApplicationCode;
import dev.ssot.engine.place.FactoryPlaces;
import dev.ssot.engine.place.NotWovenPlaces;
import dev.ssot.engine.place.NotedPlaces;
import dev.ssot.engine.place.PlaceSet;
import dev.ssot.engine.stack.Privileged;
import java.util.Collection;

/** All targets of this JVM: a class name and the loader that defines it. */
public final class Targets {
  private final Limits limits;
  private final DetectionListener listener;
  private final CountingPolicy policy;
  private final ConstructionEvents events;
  private final NotWovenPlaces notWoven = new NotWovenPlaces();
  private final NotedPlaces configuring = new NotedPlaces();
  private final NotedPlaces handingOn = new NotedPlaces();
  private final PlaceSet wovenLate = new PlaceSet();
  private final PlaceSet wovenElsewhere = new PlaceSet();
  private final NotedPlaces varying = new NotedPlaces();
  private final FactoryPlaces factories = new FactoryPlaces();
  private final ApplicationCode application;

  /**
   * Whether the agent failed while it counted a construction that no call site accounts for, so
   * that one may be missing. Written without a call, as there may be no stack left for one.
   */
  public volatile boolean countingFailed;

  private final TargetTable table = new TargetTable();

  /** For the rounds on the agent's thread. */
  private final PlainCounts counts = new PlainCounts();

  /** The classes that lead to a target of the engine. */
  private final IdentitySet asked = new IdentitySet();

  /** The target of a class without a map; the entry is collected with the class. */
  private final ClassValue<Target> byClass =
      new ClassValue<Target>() {
        @Override
        protected Target computeValue(Class<?> type) {
          asked.add(type);
          return loaded(type.getName(), Privileged.loaderOf(type));
        }
      };

  public Targets(Limits limits, DetectionListener listener, CountingPolicy policy) {
    this(limits, listener, policy, ConstructionEvents.NONE, ApplicationCode.all());
  }

  /**
   * Creates the set of targets.
   *
   * @param events a recorder of events
   * @param application tells whose code the frames of a stack are
   */
  public Targets(
      Limits limits,
      DetectionListener listener,
      CountingPolicy policy,
      ConstructionEvents events,
      ApplicationCode application) {
    this.application = application;
    this.events = events;
    this.limits = limits;
    this.listener = listener;
    this.policy = policy;
  }

  /** Finds the target that is exactly this class; creates it at the first call. */
  public Target of(Class<?> type) {
    return byClass.get(type);
  }

  /**
   * Lets no class lead to its target any more: a class of the application would keep the engine
   * alive, whose class loader leads from the target back to that entry.
   */
  public void release() {
    for (Object type : asked.all()) {
      byClass.remove((Class<?>) type);
    }
  }

  /** Finds or creates the target of a class that its loader defines or has defined. */
  public synchronized Target loaded(String className, ClassLoader loader) {
    Target known = table.find(className, loader);
    if (known != null) {
      return known;
    }
    Target fresh =
        new Target(
            className,
            loader,
            limits,
            listener,
            policy,
            events,
            notWoven,
            configuring,
            handingOn,
            wovenLate,
            wovenElsewhere,
            varying,
            factories,
            application);
    table.add(fresh);
    return fresh;
  }

  /**
   * Finds the target that is exactly this class. Meant for classes that mostly are no targets:
   * their loader is not asked for.
   *
   * @return null if it is no target, or the agent did not see it being loaded
   */
  public Target known(Class<?> type) {
    String name = type.getName();
    return table.hasName(name) ? table.find(name, Privileged.loaderOf(type)) : null;
  }

  /**
   * Finds the target of that name and loader.
   *
   * @return null if there is none
   */
  public Target known(String className, ClassLoader loader) {
    return table.find(className, loader);
  }

  /** Tells whether there is a target of that name, in any loader. */
  public boolean areNamed(String className) {
    return table.hasName(className);
  }

  /** Returns the places that were not woven. */
  public NotWovenPlaces notWoven() {
    return notWoven;
  }

  /** Returns the places whose methods configure the object that they construct. */
  public NotedPlaces configuring() {
    return configuring;
  }

  /** Returns the places whose classes hand on the object that they construct. */
  public NotedPlaces handingOn() {
    return handingOn;
  }

  /**
   * Returns the calls of constructors in classes that were woven after they were loaded. Their
   * methods may run on in the old code.
   */
  public PlaceSet wovenLate() {
    return wovenLate;
  }

  /**
   * Returns the woven calls of constructors in libraries and in targets: the stack tells on whose
   * behalf they construct.
   */
  public PlaceSet wovenElsewhere() {
    return wovenElsewhere;
  }

  /** Returns the places that pass more than constants to a constructor. */
  public NotedPlaces varying() {
    return varying;
  }

  /** Returns the woven calls that may make a target. */
  public FactoryPlaces factories() {
    return factories;
  }

  /** Returns a live view, in the order in which they were met. */
  public Collection<Target> all() {
    return table.all();
  }

  /**
   * Resolves stacks and notes which sites were used, so that a snapshot shows all that was counted
   * before it, however far behind the agent's thread is.
   *
   * @param now in milliseconds since the epoch
   */
  public void settle(long now) {
    listener.settle();
    for (Target target : table.all()) {
      target.settle(now);
    }
  }

  /**
   * Brings counts and instances up to date. Twice a second, on the agent's thread.
   *
   * @param now in milliseconds since the epoch: the date of what was seen last
   */
  public void tick(long now) {
    tick(now, System.nanoTime());
  }

  /** Does so at a moment of a clock that never jumps, by which rates are measured. */
  void tick(long now, long nanos) {
    counts.begin();
    for (Target target : table.all()) {
      target.tick(now, nanos, counts);
    }
  }
}
