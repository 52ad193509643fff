package dev.ssot.engine.ledger;

import dev.ssot.engine.place.Kind;
import dev.ssot.engine.place.Location;
import dev.ssot.engine.place.Passed;
import dev.ssot.engine.stack.ObjectLibraries;
import dev.ssot.engine.stack.Stopped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/**
 * One call site of one target. Linked into the application's code: {@link #countConstruction} runs
 * for every construction there.
 */
public final class Site {
  private static final int THREADS = 5;

  /** Frames of the first stack, where it is asked for before the agent's thread has cut it. */
  private static final int CAUSE_DEPTH = 64;

  /**
   * The stacks of the first constructions are always taken; after that, one each time the count has
   * doubled.
   */
  private static final int FIRST = 10;

  public final Target target;
  public final Location location;

  final AtomicInteger live = new AtomicInteger();
  final StackSamples stacks;

  /** The constructions that were looked at or that a call site has counted, but see plains. */
  private final LongAdder constructions = new LongAdder();

  /** The woven instructions here that may run the plain constructor, whose hook counts. */
  private volatile PlainSite[] plains = {};

  private final Counter redirects = new Counter();
  private final LongAdder failed = new LongAdder();
  private final LongAdder refusals = new LongAdder();
  private final ConstructionRate rate = new ConstructionRate();
  private final List<String> threads = new ArrayList<>(1);
  private long attended;
  private volatile long firstSeen;
  private volatile long lastSeen;
  private volatile long lastCount;
  private volatile boolean lookAgain;
  private volatile boolean arguments;
  private volatile boolean otherThanPlain;
  private volatile boolean linked;
  private volatile boolean calledByHiddenClass;
  private volatile boolean madeByLibrary;
  private volatile boolean calledByOlderHandle;
  private volatile boolean calledByEarlyHandle;

  /** The first stack, until the agent's thread has resolved it. */
  private volatile StackSample unresolved;

  /**
   * Whether constructions are looked at, not just counted. Not volatile on purpose: it is read for
   * every construction, and a stale value only means one look more or one less.
   */
  private boolean attentive = true;

  /** The same for redirects, which create no instance to track. */
  private boolean attentiveToRedirects = true;

  Site(Target target, Location location) {
    this.target = target;
    this.location = location;
    this.madeByLibrary = ObjectLibraries.contains(location.construction().className);
    this.stacks = new StackSamples(target.limits.stacks);
  }

  /**
   * Counts a completed construction. The hot path: an exact count, one plain read, nothing else.
   *
   * @return {@code made}
   */
  public Object countConstruction(Object made) {
    try {
      constructions.increment();
      if (attentive) {
        attend(made);
      }
    } catch (Throwable failed) {
      target.countingFailed = true;
      Stopped.rethrow(failed);
      attentive = false;
      tell(failed);
    }
    return made;
  }

  /**
   * Counts a construction that was answered with the canonical instance. As hot as {@link
   * #countConstruction}.
   */
  public void countRedirect() {
    try {
      redirects.increment();
      if (attentiveToRedirects) {
        attentiveToRedirects = sampled();
      }
    } catch (Throwable failed) {
      Stopped.rethrow(failed);
      attentiveToRedirects = false;
      tell(failed);
    }
  }

  /** Counts a construction that threw, which made no object. */
  public void countFailed() {
    countWithoutObject(failed);
  }

  /** Counts a construction that mode {@code fail} refused, which made no object. */
  public void countRefusal() {
    countWithoutObject(refusals);
  }

  /** Counts, and takes stacks as of constructions, so that the report shows the call site. */
  private void countWithoutObject(LongAdder counter) {
    try {
      counter.increment();
      target.hasOutcomes = true;
      sampled();
    } catch (StackOverflowError deep) {
      // it is counted, and the stack of another one will be taken
    } catch (Throwable problem) {
      Stopped.rethrow(problem);
      tell(problem);
    }
  }

  /** Tells whether constructions here are counted: not so in mode {@code off}. */
  public boolean isCounted() {
    return target.policy.counts(target.className, location);
  }

  /** Reports that something of the agent threw on behalf of this site. */
  public void failed(Throwable problem) {
    tell(problem);
  }

  private void attend(Object made) {
    boolean tracked = target.instances.track(made, this);
    if (!sampled() && !tracked) {
      setAttentive(false);
    }
  }

  /** Tells whether constructions are looked at, not just counted. */
  boolean isAttentive() {
    return attentive;
  }

  private void setAttentive(boolean looked) {
    attentive = looked;
    for (PlainSite plain : plains) {
      plain.look(looked);
    }
  }

  /** Returns the only one with that number in the dispatch class; creates it at the first call. */
  public synchronized PlainSite plain(int id) {
    for (PlainSite known : plains) {
      if (known.id == id) {
        return known;
      }
    }
    PlainSite[] more = Arrays.copyOf(plains, plains.length + 1);
    more[more.length - 1] = new PlainSite(this, id);
    plains = more;
    return more[more.length - 1];
  }

  private boolean sampled() {
    boolean due = sample(System.currentTimeMillis(), Thread.currentThread().getName());
    if (due) {
      StackSample sample = new StackSample(this, new Throwable());
      if (unresolved == null && stacks.isEmpty()) {
        unresolved = sample;
      }
      target.listener.sampled(sample);
    }
    return due;
  }

  /** Reports a failure; near the end of the stack even that may fail. */
  private void tell(Throwable failed) {
    try {
      target.listener.failed(failed);
    } catch (Throwable deeper) {
      Stopped.rethrow(deeper);
      // the object exists and is counted, and the application must not notice (law 1)
    }
  }

  private synchronized boolean sample(long now, String thread) {
    attended++;
    lastSeen = now;
    if (firstSeen == 0) {
      firstSeen = now;
    }
    if (threads.size() < THREADS && !threads.contains(thread)) {
      threads.add(thread);
    }
    boolean due = attended <= FIRST || lookAgain;
    lookAgain = false;
    return due;
  }

  /**
   * Notes when the site was last used, and asks for one more look whenever the count has doubled.
   * Twice a second, on the agent's thread: a site that nobody has used since takes next to no time.
   *
   * @param nanos of a clock that never jumps
   * @param counts as they are now
   */
  void tick(long now, long nanos, PlainCounts counts) {
    long made = constructions.sum();
    for (PlainSite plain : plains) {
      made += counts.of(plain);
    }
    rate.tick(made, nanos);
    redirects.tick();
    if (unresolved != null && (target.limits.stacks == 0 || !stacks.isEmpty())) {
      unresolved = null;
    }
    settle(now, made);
  }

  /** Looks at the next construction, so that it is known who made the object. */
  public void lookAtNext() {
    resume();
  }

  /** Looks at constructions again, as there is room for the objects. */
  synchronized void resume() {
    setAttentive(true);
  }

  /** Notes that the site was used since the last time, for a snapshot or on the agent's thread. */
  void settle(long now) {
    settle(now, constructions());
  }

  private void settle(long now, long made) {
    long count = made + redirects.sum() + failed.sum() + refusals.sum();
    if (count != lastCount) {
      noteUse(now, count);
    }
  }

  private synchronized void noteUse(long now, long count) {
    if (count <= lastCount) {
      return; // another thread has noted it
    }
    lastSeen = now;
    if (Long.highestOneBit(count) != Long.highestOneBit(lastCount)) {
      lookAgain = true;
      setAttentive(true);
      attentiveToRedirects = true;
    }
    lastCount = count;
  }

  /**
   * Notes that the site is woven and linked, so that its construction can be answered otherwise.
   */
  public void markLinked() {
    linked = true;
  }

  /** Tells whether the site is woven and linked. */
  public boolean isLinked() {
    return linked;
  }

  /** Notes that a hidden class, which agents cannot weave, called the constructor. */
  public void markCalledByHiddenClass() {
    calledByHiddenClass = true;
  }

  /** Tells whether a hidden class called the constructor. Not known on Java 8. */
  public boolean isCalledByHiddenClass() {
    return calledByHiddenClass;
  }

  /**
   * Notes whether the latest construction here was by a handle that was looked up before the JDK
   * had its hooks.
   */
  public void noteOlderHandle(boolean older) {
    calledByOlderHandle = older;
  }

  /** Tells whether such a handle constructs here. */
  public boolean isCalledByOlderHandle() {
    return calledByOlderHandle;
  }

  /**
   * Notes whether the latest construction here was by a handle that did not ask, as no mode has
   * redirected yet. Whether somebody keeps that handle is not known.
   */
  public void noteEarlyHandle(boolean early) {
    calledByEarlyHandle = early;
  }

  /** Tells whether such a handle constructed here, which would go on to do so if it is kept. */
  public boolean isCalledByEarlyHandle() {
    return calledByEarlyHandle;
  }

  /** Notes that a library that mocks, copies or proxies asked for an object of its own. */
  public void markMadeByLibrary() {
    madeByLibrary = true;
  }

  /** Tells whether such a library asked; known once the site was linked or has constructed. */
  public boolean isMadeByLibrary() {
    return madeByLibrary;
  }

  /** Notes that the constructor takes arguments; compiler-made markers do not count. */
  public void noteArguments() {
    arguments = true;
  }

  /**
   * Tells whether the site passes arguments, or reads objects with a state; known once it was
   * linked or has constructed.
   */
  public boolean hasArguments() {
    return arguments || readsState();
  }

  /** Tells whether a woven call of a factory stands here. */
  public boolean isWovenCall() {
    return target.factories.at(target.className, location.frame()) != null;
  }

  /**
   * Tells what the site passes, as far as its method tells: of a factory call all that has gone in
   * to it; of another construction in a library, nothing is known beyond whether there are
   * arguments.
   */
  public Passed passed() {
    if (location.kind == Kind.FACTORY) {
      Passed known = target.factories.at(target.className, location.frame());
      return known == null ? Passed.VALUES : known;
    }
    if (!hasArguments()) {
      return Passed.NOTHING;
    }
    boolean woven = location.kind == Kind.NEW && location.via == null;
    return woven && !target.varying.contains(location) ? Passed.CONSTANTS : Passed.VALUES;
  }

  /** Tells whether the site deserializes objects that get a state by that. */
  public boolean readsState() {
    return location.kind == Kind.DESERIALIZATION && target.isRead();
  }

  /** Notes that one of the arguments may be no plain value, as its declared type tells. */
  public void noteOtherThanPlainArgument() {
    otherThanPlain = true;
  }

  /** Tells whether all arguments are plain values; known for woven sites only. */
  public boolean hasPlainArguments() {
    return location.kind == Kind.FACTORY
        ? target.factories.arePlain(target.className, location.frame())
        : !otherThanPlain;
  }

  /** Tells whether the method that contains the site seems to configure the object later. */
  public boolean isConfiguring() {
    boolean call = location.kind == Kind.FACTORY;
    return target.configuring.contains(call ? location : location.construction());
  }

  /**
   * Tells whether others than the class itself may hold what it gets here. Only of a woven {@code
   * new} is it known that they do not.
   */
  public boolean isHandingOn() {
    return location.kind != Kind.NEW || location.via != null || target.handingOn.contains(location);
  }

  /** Returns the constructions; exact once the constructing threads are done. */
  public long constructions() {
    long sum = constructions.sum();
    for (PlainSite plain : plains) {
      sum += plain.constructions();
    }
    return sum;
  }

  /** Returns the redirects; exact once the redirected threads are done. */
  public long redirects() {
    return redirects.sum();
  }

  /** Returns the constructions that threw; exact once their threads are done. */
  public long failed() {
    return failed.sum();
  }

  /**
   * Returns the constructions that mode {@code fail} refused; exact once their threads are done.
   */
  public long refusals() {
    return refusals.sum();
  }

  /** Returns the constructions per minute over the last minutes; 0 during the first minute. */
  public double perMinute() {
    return rate.perMinute();
  }

  /** Tells whether the site constructed, tried to, or was redirected. */
  public boolean isUsed() {
    return constructions() > 0 || redirects.sum() > 0 || failed.sum() > 0 || refusals.sum() > 0;
  }

  /** Returns how many of the tracked instances made here are still reachable. */
  public long live() {
    return live.get();
  }

  /** Returns milliseconds since the epoch; 0 if it never constructed. */
  public long firstSeen() {
    return firstSeen;
  }

  /** Returns milliseconds since the epoch, exact to about a second; 0 if it never constructed. */
  public long lastSeen() {
    return lastSeen;
  }

  /** Returns a copy: the names of at most five threads. */
  public synchronized List<String> threads() {
    return new ArrayList<>(threads);
  }

  /** Returns the first stack seen here; only the call site itself if none is known. */
  public StackTraceElement[] firstStack() {
    StackSample sample = unresolved;
    if (sample != null) {
      return sample.frames(CAUSE_DEPTH);
    }
    List<StackSamples.Counted> known = stacks.all();
    if (!known.isEmpty()) {
      return known.get(0).frames;
    }
    return new StackTraceElement[] {
      new StackTraceElement(location.className, location.method, location.file, location.line)
    };
  }

  /** Returns the distinct stacks seen here. */
  public StackSamples stacks() {
    return stacks;
  }
}
