package java.lang;

import java.lang.invoke.CallSite;
import java.lang.invoke.ConstantCallSite;
import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.MutableCallSite;
import java.lang.ref.WeakReference;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReferenceArray;
import jdk.internal.misc.Unsafe;

/**
 * All that woven code refers to. Defined into {@code java.base} by the agent's start, because no
 * other place is visible from every class loader; it names types of the JDK alone.
 *
 * <p>Frozen: woven classes of this version live as long as the JVM, so members are added, never
 * changed. None of its methods throws because of the agent: without an engine, or when the engine
 * fails, the application's own construction is linked.
 *
 * <p>An instance is either the engine ({@link #connect}), or what constructs on behalf of one
 * method reference ({@link #make()}).
 */
public abstract class SsotDispatch {
  /** Of this contract, not of the agent. */
  public static final int VERSION = 1;

  /**
   * How many constants follow the constructor's descriptor and the number of the site, or the
   * arguments of the lambda metafactory, in the bootstrap arguments of a woven instruction: method
   * name, method descriptor, ordinal of the construction within the method, source file ("" if
   * unknown), line of the {@code new} (-1 if unknown), line of the call, which stacks show and
   * which may be that of the last argument.
   */
  public static final int FACTS = 6;

  /** A power of two. */
  private static final int SLOTS = 256;

  /** How many slots a thread tries to get. */
  private static final int TRIES = 8;

  /** In integers, so that no two slots share a cache line. */
  private static final int STRIDE = 32;

  /**
   * Whose slot each is: a thread takes one at its first mark and keeps it as long as it lives.
   * Nobody else writes to it, so that no other thread can take or overwrite its mark.
   */
  private static final AtomicReferenceArray<WeakReference<Thread>> OWNERS =
      new AtomicReferenceArray<>(SLOTS);

  /** The mark of a construction that others take note of: the hook of the constructor does not. */
  public static final int ELSEWHERE = -1;

  /**
   * The mark of a constructor that another one of the class calls by {@code this(…)}, on behalf of
   * nobody known: it reports if it throws, and the other one reports the object.
   */
  private static final int INNER = -2;

  /**
   * The mark of a construction on behalf of somebody whom the stack tells: the constructor's hook
   * takes it for none.
   */
  public static final int BY_STACK = Integer.MIN_VALUE + 1;

  /**
   * The mark of a call that may make a target and that nobody answers: only an object that is not
   * the one remembered for it is looked at.
   */
  public static final int UNANSWERED = Integer.MIN_VALUE + 2;

  /** The numbers of sites begin behind the marks that are none. */
  private static final int FIRST_SITE = 3;

  /** In place of a mark: the site asks, for which it may have to be linked. */
  private static final int UNLINKED = Integer.MIN_VALUE;

  /** That many calls take about as much stack as linking. */
  private static final int LINKING = 300;

  /** Added to the number of a site whose constructions are looked at, and not only counted. */
  public static final int LOOK = 1 << 22;

  /** The bits of a mark that are the number of a site. */
  private static final int SITE = LOOK - 1;

  /** Where the slot of the thread is in what {@link #entered()} returns. */
  private static final int SLOT_SHIFT = 23;

  /**
   * The mark of the constructor that the owner of a slot is about to run on behalf of a woven call
   * site; 0 if there is none. Written without fences, because the owner alone reads it.
   */
  private static final int[] MARKS = new int[SLOTS * STRIDE];

  /** The marks of threads that got no slot. */
  private static final ThreadLocal<Integer> MARKS_WITHOUT_SLOT = new ThreadLocal<>();

  /**
   * Where a slot has, behind the mark, how many calls of providers its owner is in. Calls that
   * threw are still among them, so that 0 is certain, and more is to be confirmed by the stack.
   */
  private static final int PROVIDERS = 1;

  /** The same of threads that got no slot; absent for 0. */
  private static final ThreadLocal<Integer> PROVIDERS_WITHOUT_SLOT = new ThreadLocal<>();

  /** Whether {@link #PROVIDERS_WITHOUT_SLOT} was ever needed. */
  private static volatile boolean providersWithoutSlot;

  /** Whether {@link #MARKS_WITHOUT_SLOT} was ever needed, as it costs each thread an entry. */
  private static volatile boolean crowded;

  /**
   * The constructions that each slot's owners have counted, by the number of the site. The owner of
   * the slot alone writes, so that no atomic instruction is needed.
   */
  private static final AtomicReferenceArray<AtomicLongArray> COUNTS =
      new AtomicReferenceArray<>(SLOTS);

  /** Reads the number of a thread; null on Java 8, and where a thread has none. */
  private static final Unsafe UNSAFE;

  /** The same on Java 8; null on all others. */
  private static final sun.misc.Unsafe UNSAFE_OF_8;

  /**
   * Where the number of a thread is in it. It is read there because {@code getId} may be overridden
   * by the application, before Java 19.
   */
  private static final long NUMBER;

  static {
    Unsafe unsafe = null;
    sun.misc.Unsafe unsafeOf8 = null;
    long number = -1;
    try {
      Field field = Thread.class.getDeclaredField("tid");
      if (field.getType() == long.class) {
        try {
          unsafe = Unsafe.getUnsafe();
          number = unsafe.objectFieldOffset(field);
        } catch (NoClassDefFoundError before9) {
          unsafeOf8 = sun.misc.Unsafe.getUnsafe();
          number = unsafeOf8.objectFieldOffset(field);
        }
      }
    } catch (ReflectiveOperationException | LinkageError | RuntimeException absent) {
      // Another JVM may number its threads elsewhere: then their identity hash serves.
      unsafe = null;
      unsafeOf8 = null;
    }
    UNSAFE = unsafe;
    UNSAFE_OF_8 = unsafeOf8;
    NUMBER = number;
  }

  private static final Object LOCK = new Object();

  /**
   * By the number of a site, the mark with which it runs the plain constructor; 0 where it asks.
   * Replaced by a longer one under the lock, under which alone it is written.
   */
  private static volatile AtomicIntegerArray plain = new AtomicIntegerArray(256);

  private static int nextSite = FIRST_SITE;

  /**
   * What calls that nobody answers take with them, in place of what {@link #beforeCall(int, Class)}
   * returns: the number of the object that was made last, of those that calls may hand out.
   */
  private static volatile Long moment = 0L;

  /**
   * By the number of a call that nobody answers, an object that it has handed out and that is
   * known. A lost write does no harm: then it is looked up once more.
   */
  private static volatile AtomicReferenceArray<WeakReference<Object>> last =
      new AtomicReferenceArray<>(0);

  /** Whether woven calls hand over arguments that can be compared. */
  private static volatile boolean comparing;

  private static volatile SsotDispatch engine;

  /** Makes the engine's end, or what constructs on behalf of one method reference. */
  public SsotDispatch() {}

  /**
   * Bootstrap method of a woven {@code new}. The constructor is looked up here, with the rights of
   * the caller: as a constant of the class file, its parameter types would be loaded and checked in
   * the caller's name, which a plain call never does.
   *
   * @param type takes the constructor's arguments, some of them as {@code Object}, and returns the
   *     object
   * @param facts the descriptor of the constructor, the number of the site, then {@link #FACTS}
   *     constants
   */
  public static CallSite construct(
      MethodHandles.Lookup caller, String name, MethodType type, Object... facts) {
    SsotDispatch current = engine;
    MethodHandle constructor = null;
    if (current != null) {
      try {
        constructor = current.constructor(caller, type, (String) facts[0]);
        CallSite linked = current.linkConstruction(caller, constructor, type, facts);
        return linked == null ? new ConstantCallSite(constructor.asType(type)) : linked;
      } catch (Throwable failed) {
        current.contain(failed);
      }
    }
    if (constructor == null) {
      constructor = constructor(caller, type.returnType(), (String) facts[0]);
    }
    MutableCallSite unlinked = new MutableCallSite(constructor.asType(type));
    if (current != null) {
      current.retry(unlinked, caller, constructor, facts);
    }
    return unlinked;
  }

  /**
   * Finds a constructor without the help of an engine.
   *
   * @throws LinkageError as a plain call does; a lookup wraps what the JVM has thrown
   */
  private static MethodHandle constructor(
      MethodHandles.Lookup caller, Class<?> made, String descriptor) {
    try {
      ClassLoader loader = caller.lookupClass().getClassLoader();
      return original(
          caller.findConstructor(made, MethodType.fromMethodDescriptorString(descriptor, loader)));
    } catch (ReflectiveOperationException absent) {
      if (absent.getCause() instanceof LinkageError) {
        throw (LinkageError) absent.getCause();
      }
      throw new NoSuchMethodError(absent.getMessage());
    }
  }

  /**
   * Bootstrap method of a woven {@code X::new}.
   *
   * @param facts the static arguments of the lambda metafactory, then {@link #FACTS} constants
   */
  public static CallSite reference(
      MethodHandles.Lookup caller, String name, MethodType type, Object... facts) throws Throwable {
    SsotDispatch current = engine;
    Object[] arguments = Arrays.copyOf(facts, facts.length - FACTS);
    if (current != null) {
      try {
        CallSite linked = current.linkReference(caller, name, type, arguments, facts);
        if (linked != null) {
          return linked;
        }
      } catch (Throwable failed) {
        current.contain(failed);
      }
    }
    return metafactory(caller, name, type, arguments);
  }

  /** Links {@code X::new} as the JDK would have done, by its own lambda metafactory. */
  public static CallSite metafactory(
      MethodHandles.Lookup caller, String name, MethodType type, Object[] arguments)
      throws Throwable {
    return arguments.length == 3
        ? LambdaMetafactory.metafactory(
            caller,
            name,
            type,
            (MethodType) arguments[0],
            (MethodHandle) arguments[1],
            (MethodType) arguments[2])
        : LambdaMetafactory.altMetafactory(caller, name, type, arguments);
  }

  /**
   * Asked by a woven {@code new} right before the constructor. As with the other methods that hot
   * code calls, what it does each time is in it, and so it is longer than 35 bytes: the first
   * compiler does not inline it, as that would make the frames of recursive constructors large.
   *
   * @param site number of the site
   * @param made the class that it constructs
   * @return true to run the plain constructor, for which the thread is marked
   */
  public static boolean constructs(int site, Class<?> made) {
    AtomicIntegerArray marks = plain;
    int mark = site < marks.length() ? marks.get(site) : 0;
    if (mark == 0) {
      return false;
    }
    if (mark == UNLINKED) {
      if (!hasStack()) {
        return true;
      }
      mark = linked(site, made);
      if (mark == 0) {
        return false;
      }
    }
    Thread thread = Thread.currentThread();
    int slot = slot(thread);
    WeakReference<Thread> owner = OWNERS.get(slot);
    if (owner != null && owner.get() == thread) {
      MARKS[slot * STRIDE] = mark;
    } else {
      markAnew(thread, slot, mark);
    }
    return true;
  }

  /** Returns the mark with which a site runs the plain constructor from now on; 0 to ask. */
  private static int linked(int site, Class<?> made) {
    SsotDispatch current = engine;
    if (current != null) {
      try {
        return current.linkPlain(site, made);
      } catch (Throwable failed) {
        current.contain(failed);
      }
    }
    return 0;
  }

  /**
   * Tells whether there is stack enough to link a site. If not, linking would fail, on Java 8 with
   * an error that is none of a stack; so the site constructs, and the hook of the constructor looks
   * for it.
   */
  public static boolean hasStack() {
    try {
      return deep(LINKING, 0, 0, 0, 0) == 0;
    } catch (StackOverflowError end) {
      return false;
    }
  }

  private static long deep(int calls, long a, long b, long c, long d) {
    return calls == 0 ? a + b + c + d : deep(calls - 1, d, a, b, c);
  }

  /**
   * Marks the thread right before {@code this(…)}.
   *
   * @param accounted what {@link #entered()} returned
   */
  public static void markInner(int accounted) {
    mark(accounted == 0 ? INNER : ELSEWHERE);
  }

  /**
   * Notes that a constructor of a target is about to be called on this thread.
   *
   * @param mark the number of a site, perhaps with {@link #LOOK}: the constructor's hook counts;
   *     the number as a negative one: the caller counts; or {@link #ELSEWHERE}
   */
  public static void mark(int mark) {
    Thread thread = Thread.currentThread();
    int slot = slot(thread);
    if (isOwned(slot, thread)) {
      MARKS[slot * STRIDE] = mark;
    } else {
      markAnew(thread, slot, mark);
    }
  }

  /** Marks a thread that may have no slot yet. */
  private static void markAnew(Thread thread, int first, int mark) {
    try {
      int slot = ownSlot(thread, first);
      if (slot >= 0) {
        MARKS[slot * STRIDE] = mark;
      } else {
        crowded = true;
        MARKS_WITHOUT_SLOT.set(mark);
      }
    } catch (OutOfMemoryError unmarked) {
      // The construction is then attributed by its stack; the application must not notice (law 1).
    } catch (Throwable failed) {
      SsotDispatch current = engine;
      if (current != null) {
        current.contain(failed);
      }
    }
  }

  /**
   * The mark that {@link #entered()} took goes on to the constructor that {@code this(…)} calls.
   *
   * @param accounted what it returned
   */
  public static void markIf(int accounted) {
    if (accounted != 0) {
      mark(accounted > 0 ? accounted & (LOOK | SITE) : accounted);
    }
  }

  /**
   * First instruction of a target's constructor: takes the mark, so that whatever the constructor
   * itself constructs is not mistaken for the marked object.
   *
   * @return who accounts for this construction, to be handed to {@link #completed} or {@link
   *     #threw}; 0 if nobody does
   */
  public static int entered() {
    Thread thread = Thread.currentThread();
    int slot = slot(thread);
    WeakReference<Thread> owner = OWNERS.get(slot);
    if (owner == null || owner.get() != thread) {
      slot = slotOf(thread, slot);
    }
    if (slot < 0) {
      return crowded ? enteredWithoutSlot() : 0;
    }
    int mark = MARKS[slot * STRIDE];
    MARKS[slot * STRIDE] = 0;
    return mark > 0 ? mark | slot << SLOT_SHIFT : mark == 0 ? 0 : taken(mark);
  }

  private static int enteredWithoutSlot() {
    Integer mark = MARKS_WITHOUT_SLOT.get();
    if (mark == null) {
      return 0;
    }
    MARKS_WITHOUT_SLOT.remove();
    return mark > 0 ? mark | LOOK : taken(mark);
  }

  /**
   * Asked by a woven call that may make a target, right before the call.
   *
   * @param site number of the call
   * @param caller the class whose code calls
   * @return null to call and think no more of it; else what {@link #answers} and {@link #made} take
   */
  public static Object calls(int site, Class<?> caller) {
    AtomicIntegerArray marks = plain;
    int mark = site < marks.length() ? marks.get(site) : 0;
    SsotDispatch current = engine;
    if (mark == BY_STACK || mark == ELSEWHERE || current == null) {
      return null;
    }
    if (mark == UNANSWERED) {
      return moment;
    }
    if (!hasStack()) {
      return null;
    }
    try {
      return current.beforeCall(site, caller);
    } catch (Throwable failed) {
      current.contain(failed);
      return null;
    }
  }

  /** Sets whether anybody compares the arguments of woven calls, which are boxed for that. */
  public static void setComparing(boolean compares) {
    comparing = compares;
  }

  /**
   * Tells whether a woven call whose arguments can be compared is to hand them over to {@link
   * #calls(Object[], int, Class)}; if not, it is to ask without them.
   */
  public static boolean asks(int site) {
    if (!comparing) {
      return false;
    }
    AtomicIntegerArray marks = plain;
    int mark = site < marks.length() ? marks.get(site) : 0;
    return mark != BY_STACK && mark != ELSEWHERE && mark != UNANSWERED && engine != null;
  }

  /**
   * Asked by a woven call as {@link #calls(int, Class)} is.
   *
   * @param arguments those of the call, boxed
   */
  public static Object calls(Object[] arguments, int site, Class<?> caller) {
    SsotDispatch current = engine;
    if (current == null || !hasStack()) {
      return null;
    }
    try {
      return current.beforeCall(site, caller, arguments);
    } catch (Throwable failed) {
      current.contain(failed);
      return null;
    }
  }

  /**
   * Tells whether a woven call is answered, so that it is not made.
   *
   * @param asked what {@link #calls(int, Class)} has returned
   */
  public static boolean answers(Object asked) {
    return asked instanceof Object[] && ((Object[]) asked)[0] != null;
  }

  /**
   * Returns the answer of a woven call.
   *
   * @param asked what {@link #calls(int, Class)} has returned
   */
  public static Object answer(Object asked) {
    return ((Object[]) asked)[0];
  }

  /**
   * Takes note of what a woven call has handed out.
   *
   * @param result perhaps null
   * @param asked what {@link #calls(int, Class)} has returned
   * @param site number of the call
   */
  public static void made(Object result, Object asked, int site) {
    SsotDispatch current = engine;
    if (asked == null || current == null) {
      return;
    }
    if (asked instanceof Long) {
      madeUnanswered(current, result, (Long) asked, site);
      return;
    }
    try {
      current.afterCall(result, (Object[]) asked, site);
    } catch (Throwable failed) {
      current.contain(failed);
    }
  }

  private static void madeUnanswered(SsotDispatch current, Object result, Long before, int site) {
    AtomicReferenceArray<WeakReference<Object>> known = last;
    WeakReference<Object> again = site < known.length() ? known.get(site) : null;
    if (result == null || (again != null && again.get() == result)) {
      return;
    }
    try {
      current.afterUnanswered(result, before, site);
    } catch (StackOverflowError deep) {
      // As where there is not stack enough from the start: what the call hands out is not looked
      // at.
    } catch (Throwable failed) {
      current.contain(failed);
    }
  }

  /**
   * Remembers an object that a call hands out and that is known.
   *
   * @param known of the JDK's own class, as it stays here when the engine goes
   */
  public static void setLast(int site, WeakReference<Object> known) {
    AtomicReferenceArray<WeakReference<Object>> before = last;
    if (site < before.length()) {
      before.lazySet(site, known);
      return;
    }
    synchronized (LOCK) {
      before = last;
      AtomicReferenceArray<WeakReference<Object>> longer =
          new AtomicReferenceArray<>(Math.max(site + 1, plain.length()));
      for (int i = 0; i < before.length(); i++) {
        longer.lazySet(i, before.get(i));
      }
      longer.lazySet(site, known);
      last = longer;
    }
  }

  /** Numbers an object that calls may hand out; later ones have greater numbers. */
  public static long nextMoment() {
    synchronized (LOCK) {
      long number = moment + 1;
      moment = number;
      return number;
    }
  }

  /** Tells the engine that a hook has taken a mark, so that the site can rely on the hook. */
  private static int taken(int mark) {
    if (mark == BY_STACK) {
      return 0;
    }
    SsotDispatch current = engine;
    if (mark <= -FIRST_SITE && current != null) {
      try {
        current.hookRan(-mark);
      } catch (Throwable failed) {
        current.contain(failed);
      }
    }
    return mark;
  }

  private static boolean isOwned(int slot, Thread thread) {
    WeakReference<Thread> owner = OWNERS.get(slot);
    return owner != null && owner.get() == thread;
  }

  /** Finds the slot that the thread owns among those from {@code first} on; -1 if there is none. */
  private static int slotOf(Thread thread, int first) {
    for (int i = 0; i < TRIES; i++) {
      int slot = (first + i) & (SLOTS - 1);
      if (isOwned(slot, thread)) {
        return slot;
      }
    }
    return -1;
  }

  /**
   * Finds the slot that the thread owns, or takes one whose thread has ended; -1 if all are taken.
   */
  private static int ownSlot(Thread thread, int first) {
    int owned = slotOf(thread, first);
    for (int i = 0; i < TRIES && owned < 0; i++) {
      int slot = (first + i) & (SLOTS - 1);
      WeakReference<Thread> before = OWNERS.get(slot);
      Thread owner = before == null ? null : before.get();
      boolean free = owner == null || !owner.isAlive();
      if (free && OWNERS.compareAndSet(slot, before, new WeakReference<>(thread))) {
        MARKS[slot * STRIDE] = 0;
        MARKS[slot * STRIDE + PROVIDERS] = 0;
        owned = slot;
      }
    }
    return owned;
  }

  /**
   * Last instruction of a target's constructor.
   *
   * @param made the object, perhaps of a subclass
   * @param accounted what {@link #entered()} returned
   * @param target name of the class that declares the constructor
   */
  public static void completed(Object made, int accounted, String target) {
    SsotDispatch current = engine;
    if (current == null || accounted < 0) {
      return;
    }
    if (accounted == 0) {
      // Here and in no method of its own, as its frame would be walked as well.
      try {
        current.unaccounted(made, target);
      } catch (Throwable failed) {
        current.contain(failed);
      }
      return;
    }
    if ((accounted & LOOK) == 0) {
      int site = accounted & SITE;
      AtomicLongArray counts = COUNTS.get(accounted >>> SLOT_SHIFT);
      if (counts != null && site < counts.length()) {
        counts.lazySet(site, counts.get(site) + 1);
        return;
      }
      if (isCountedAnew(counts, accounted >>> SLOT_SHIFT, site)) {
        return;
      }
    }
    report(current, made, accounted & SITE);
  }

  private static void report(SsotDispatch current, Object made, int site) {
    try {
      current.constructed(made, site);
    } catch (Throwable failed) {
      current.contain(failed);
    }
  }

  /** Makes room for the counts of a site and counts the first one; false without memory. */
  private static boolean isCountedAnew(AtomicLongArray before, int slot, int site) {
    try {
      AtomicLongArray counts = new AtomicLongArray(Integer.highestOneBit(site | 32) * 2);
      int known = before == null ? 0 : before.length();
      for (int i = 0; i < known; i++) {
        counts.lazySet(i, before.get(i));
      }
      counts.lazySet(site, 1);
      COUNTS.set(slot, counts);
      return true;
    } catch (OutOfMemoryError none) {
      return false;
    }
  }

  /**
   * Where a woven {@code new} has run the plain constructor and that threw, before the exception
   * goes on. A mark that is there now was for a constructor that did not even begin.
   *
   * @param thrown for the woven code to throw on; as it is returned, that need not keep it, for
   *     which the first compiler would make its frame larger
   * @param site number of the site
   */
  public static Throwable threw(Throwable thrown, int site) {
    SsotDispatch current = engine;
    try {
      Thread thread = Thread.currentThread();
      int slot = slotOf(thread, slot(thread));
      if (slot >= 0) {
        MARKS[slot * STRIDE] = 0;
      } else if (crowded) {
        MARKS_WITHOUT_SLOT.remove();
      }
      if (current != null) {
        current.failedAt(site);
      }
    } catch (StackOverflowError deep) {
      // the application gets what its constructor threw (law 1)
    } catch (Throwable failed) {
      if (current != null) {
        current.contain(failed);
      }
    }
    return thrown;
  }

  /**
   * Last in a target's constructor that throws, before the exception goes on.
   *
   * @param thrown as in {@link #threw(Throwable, int)}
   * @param accounted what {@link #entered()} returned
   * @param target the class that declares the constructor; null in a class file that cannot name it
   */
  public static Throwable threw(Throwable thrown, int accounted, Class<?> target) {
    SsotDispatch current = engine;
    if (current == null || (accounted != 0 && accounted != INNER)) {
      return thrown;
    }
    try {
      current.unaccountedFailed(target);
    } catch (StackOverflowError deep) {
      // the application gets what its constructor threw (law 1)
    } catch (Throwable failed) {
      current.contain(failed);
    }
    return thrown;
  }

  /** Returns the number of a new site, which asks; 0 if there are too many. */
  public static int newSite() {
    synchronized (LOCK) {
      if (nextSite > SITE) {
        return 0;
      }
      AtomicIntegerArray before = plain;
      if (nextSite == before.length()) {
        AtomicIntegerArray longer = new AtomicIntegerArray(2 * before.length());
        for (int i = 0; i < before.length(); i++) {
          longer.lazySet(i, before.get(i));
        }
        plain = longer;
      }
      plain.set(nextSite, UNLINKED);
      return nextSite++;
    }
  }

  /**
   * Sets what a site does from now on.
   *
   * @param mark with which it runs the plain constructor: its number, perhaps with {@link #LOOK},
   *     or {@link #ELSEWHERE}; 0 to ask
   */
  public static void setPlain(int site, int mark) {
    synchronized (LOCK) {
      plain.set(site, mark);
    }
  }

  /** Makes a site ask, for which it has to link itself again. */
  public static void setUnlinked(int site) {
    setPlain(site, UNLINKED);
  }

  /** Sets whether a site that runs the plain constructor is looked at, and not only counted. */
  public static void setLook(int site, boolean look) {
    synchronized (LOCK) {
      if (plain.get(site) > 0) {
        plain.set(site, look ? site | LOOK : site);
      }
    }
  }

  /**
   * Returns the constructions of a site that were only counted; exact once the constructing threads
   * are done.
   */
  public static long count(int site) {
    long sum = 0;
    for (int slot = 0; slot < SLOTS; slot++) {
      AtomicLongArray counts = COUNTS.get(slot);
      if (counts != null && site < counts.length()) {
        sum += counts.get(site);
      }
    }
    return sum;
  }

  /**
   * Returns what {@link #count} returns of each site, by its number. Each array is read once, from
   * one end to the other, as thousands of sites that ask one by one take much longer.
   *
   * @param reused to be filled and returned if it is long enough
   */
  public static long[] counts(long[] reused) {
    int sites = plain.length();
    long[] sums = reused.length < sites ? new long[sites] : reused;
    Arrays.fill(sums, 0);
    for (int slot = 0; slot < SLOTS; slot++) {
      AtomicLongArray counts = COUNTS.get(slot);
      int known = counts == null ? 0 : Math.min(counts.length(), sums.length);
      for (int site = 0; site < known; site++) {
        sums[site] += counts.get(site);
      }
    }
    return sums;
  }

  /**
   * Last in the constructor of Micrometer's {@code MeterRegistry}, and in what a registry asks
   * itself before it makes a meter.
   */
  public static void noticed(Object registry) {
    SsotDispatch current = engine;
    if (current == null) {
      return;
    }
    try {
      current.notice(registry);
    } catch (Throwable failed) {
      current.contain(failed);
    }
  }

  /**
   * In {@code Constructor.newInstance}, once the caller was let in.
   *
   * @param arguments null for none
   * @return null to construct
   */
  public static Object reflected(Constructor<?> constructor, Object[] arguments) {
    SsotDispatch current = engine;
    if (current == null) {
      return null;
    }
    Object answer = null;
    try {
      answer = current.answerReflection(constructor, arguments);
    } catch (Throwable failed) {
      current.contain(failed);
    }
    return orThrow(answer);
  }

  /**
   * Last in {@code Lookup.findConstructor} and {@code unreflectConstructor}.
   *
   * @return {@code found}, or a handle of the same type that asks first
   */
  public static MethodHandle handle(MethodHandle found, MethodHandles.Lookup lookup) {
    SsotDispatch current = engine;
    if (current != null) {
      try {
        return current.wrap(found, lookup);
      } catch (Throwable failed) {
        current.contain(failed);
      }
    }
    return found;
  }

  /** Returns what {@link #handle} was given. Called first in {@code Lookup.revealDirect}. */
  public static MethodHandle original(MethodHandle handle) {
    SsotDispatch current = engine;
    if (current != null) {
      try {
        return current.unwrap(handle);
      } catch (Throwable failed) {
        current.contain(failed);
      }
    }
    return handle;
  }

  /** Called last in {@code ObjectStreamClass.hasReadResolveMethod}, which answered {@code own}. */
  public static boolean resolves(boolean own, Class<?> type) {
    SsotDispatch current = engine;
    if (own || current == null) {
      return own;
    }
    try {
      return current.resolves(type);
    } catch (Throwable failed) {
      current.contain(failed);
      return false;
    }
  }

  /**
   * First in {@code ObjectStreamClass.invokeReadResolve}.
   *
   * @param own the class's own {@code readResolve}, which comes first; null if it has none
   * @return null to go on
   */
  public static Object resolve(Object read, Object own) {
    SsotDispatch current = engine;
    if (own != null) {
      return null;
    }
    Object answer = null;
    if (current != null) {
      try {
        answer = current.answerDeserialization(read);
      } catch (Throwable failed) {
        current.contain(failed);
      }
    }
    // The JDK was told that there is an answer.
    return answer == null ? read : orThrow(answer);
  }

  /**
   * Right before the field of the canonical instance is written. The instance may not be ready
   * before {@link #returned}.
   *
   * @param value perhaps null
   * @param member {@code com.acme.Holder#FIELD}
   */
  public static void written(Object value, String member) {
    SsotDispatch current = engine;
    if (value == null || current == null) {
      return;
    }
    try {
      current.write(value, member);
    } catch (Throwable failed) {
      current.failed(failed);
    }
  }

  /**
   * Before a method returns that may have written the field, itself or by a method of its class.
   *
   * @param member {@code com.acme.Holder#FIELD}
   */
  public static void returned(String member) {
    SsotDispatch current = engine;
    if (current == null) {
      return;
    }
    try {
      current.endWrite(member);
    } catch (Throwable failed) {
      current.failed(failed);
    }
  }

  /**
   * Before the canonical instance's provider returns.
   *
   * @param value perhaps null
   * @param member {@code com.acme.Holder#method()}
   */
  public static void learned(Object value, String member) {
    SsotDispatch current = engine;
    if (value == null || current == null) {
      return;
    }
    try {
      current.learn(value, member);
    } catch (Throwable failed) {
      current.contain(failed);
    }
  }

  /**
   * Before the canonical instance's provider calls code that may construct.
   *
   * @param member {@code com.acme.Holder#method()}
   */
  public static void leaving(String member) {
    SsotDispatch current = engine;
    if (current == null) {
      return;
    }
    try {
      addProvider(1);
      current.leave(member);
    } catch (Throwable failed) {
      current.contain(failed);
    }
  }

  /** After such a call has returned. */
  public static void back() {
    try {
      addProvider(-1);
    } catch (Throwable failed) {
      SsotDispatch current = engine;
      if (current != null) {
        current.contain(failed);
      }
    }
  }

  /** Adds to the calls of providers that this thread is in. */
  private static void addProvider(int change) {
    Thread thread = Thread.currentThread();
    int first = slot(thread);
    int slot = change > 0 ? ownSlot(thread, first) : slotOf(thread, first);
    if (slot >= 0) {
      int at = slot * STRIDE + PROVIDERS;
      MARKS[at] = Math.max(0, MARKS[at] + change);
    } else if (change > 0 || providersWithoutSlot) {
      Integer before = PROVIDERS_WITHOUT_SLOT.get();
      int now = (before == null ? 0 : before) + change;
      if (now > 0) {
        providersWithoutSlot = true;
        PROVIDERS_WITHOUT_SLOT.set(now);
      } else {
        PROVIDERS_WITHOUT_SLOT.remove();
      }
    }
  }

  /** Tells whether this thread may be in a call of a provider; if not, that is certain. */
  public static boolean mayBeInProvider() {
    Thread thread = Thread.currentThread();
    int slot = slot(thread);
    if (!isOwned(slot, thread)) {
      slot = slotOf(thread, slot);
    }
    return slot >= 0
        ? MARKS[slot * STRIDE + PROVIDERS] != 0
        : providersWithoutSlot && PROVIDERS_WITHOUT_SLOT.get() != null;
  }

  /** Takes note that this thread is in no call of a provider, as its stack has told. */
  public static void isInNoProvider() {
    Thread thread = Thread.currentThread();
    int slot = slotOf(thread, slot(thread));
    if (slot >= 0) {
      MARKS[slot * STRIDE + PROVIDERS] = 0;
    }
    if (providersWithoutSlot) {
      PROVIDERS_WITHOUT_SLOT.remove();
    }
  }

  /**
   * First in a method that ends an instance's life.
   *
   * @param method its name
   * @return whether it is to do nothing, as others share the instance
   */
  public static boolean guarded(Object instance, String method) {
    SsotDispatch current = engine;
    if (current == null) {
      return false;
    }
    try {
      return current.guards(instance, method);
    } catch (Throwable failed) {
      current.contain(failed);
      return false;
    }
  }

  /**
   * Tells the engine of its failure. {@code Thread.stop} ends the thread whatever it is doing, as
   * it does without the agent; a later JVM may not have its class.
   */
  private void contain(Throwable failed) {
    if (failed.getClass().getName().equals("java.lang.ThreadDeath")) {
      throw (Error) failed;
    }
    failed(failed);
  }

  /** Throws the answer if it is an exception; otherwise returns it: an instance, or null. */
  private static Object orThrow(Object answer) {
    if (answer != null && answer.getClass() == IllegalStateException.class) {
      throw (IllegalStateException) answer;
    }
    return answer;
  }

  /** Makes this instance answer for all woven code; null lets go of the engine. */
  public static void connect(SsotDispatch next) {
    engine = next;
  }

  /**
   * Returns the slot at which a thread begins to look for its own. That of threads without a known
   * number depends on their identity hash, for which the JVM has to ask the monitor of a thread
   * that others wait for: some 100 ns.
   */
  private static int slot(Thread thread) {
    if (UNSAFE != null) {
      return (int) UNSAFE.getLong(thread, NUMBER) & (SLOTS - 1);
    }
    if (UNSAFE_OF_8 != null) {
      return (int) UNSAFE_OF_8.getLong(thread, NUMBER) & (SLOTS - 1);
    }
    return System.identityHashCode(thread) & (SLOTS - 1);
  }

  /**
   * Finds the constructor of a woven {@code new}.
   *
   * @param type of the call; the handle may be of the constructor's own, more special type
   */
  protected abstract MethodHandle constructor(
      MethodHandles.Lookup caller, MethodType type, String descriptor) throws Throwable;

  /**
   * Links a woven {@code new}; null leaves the construction as it was.
   *
   * @param constructor as {@link #constructor} found it
   */
  protected abstract CallSite linkConstruction(
      MethodHandles.Lookup caller, MethodHandle constructor, MethodType type, Object[] facts)
      throws Throwable;

  /**
   * Links a woven {@code new} later, whose linking has failed, perhaps for want of stack or memory.
   * Until then it constructs.
   */
  protected void retry(
      MutableCallSite unlinked,
      MethodHandles.Lookup caller,
      MethodHandle constructor,
      Object[] facts) {}

  /**
   * Links a woven {@code new} that is used for the first time, or for the first time since {@link
   * #setUnlinked}.
   *
   * @return the mark with which it runs the plain constructor; 0 to link its instruction
   */
  protected int linkPlain(int site, Class<?> made) throws Throwable {
    return 0;
  }

  /** Links a woven {@code X::new}; null leaves the reference as it was. */
  protected abstract CallSite linkReference(
      MethodHandles.Lookup caller, String name, MethodType type, Object[] arguments, Object[] facts)
      throws Throwable;

  /** Counts a completed constructor of a target that no woven call site accounts for. */
  protected abstract void unaccounted(Object made, String target) throws Throwable;

  /**
   * Decides on a woven call that may make a target.
   *
   * @return null to call and think no more of it; else an array whose first element is the answer,
   *     or null to call and hand out what comes of it to {@link #afterCall}
   */
  protected Object[] beforeCall(int site, Class<?> caller) throws Throwable {
    return null;
  }

  /**
   * Decides on such a call as {@link #beforeCall(int, Class)} does.
   *
   * @param arguments those of the call, boxed
   */
  protected Object[] beforeCall(int site, Class<?> caller, Object[] arguments) throws Throwable {
    return beforeCall(site, caller);
  }

  /** Takes note of what such a call has handed out. */
  protected void afterCall(Object result, Object[] asked, int site) throws Throwable {}

  /**
   * Takes note of another object than the last one that a call has handed out that nobody answers.
   *
   * @param result not null
   * @param before what {@link #nextMoment} had returned last before the call
   */
  protected void afterUnanswered(Object result, long before, int site) throws Throwable {}

  /** Takes note that the hook of a constructor took the mark of that site. */
  protected void hookRan(int site) throws Throwable {}

  /** Counts a completed construction of a site that is to be looked at. */
  protected void constructed(Object made, int site) throws Throwable {}

  /** Counts a construction of that site whose constructor threw. */
  protected void failedAt(int site) throws Throwable {}

  /**
   * Counts a constructor of a target that threw and that no woven call site accounts for.
   *
   * @param target null if that is not known
   */
  protected void unaccountedFailed(Class<?> target) throws Throwable {}

  /** Implements {@link #noticed}. */
  protected void notice(Object registry) throws Throwable {}

  /** Answers {@link #reflected}, which throws an {@code IllegalStateException}; null constructs. */
  protected Object answerReflection(Constructor<?> constructor, Object[] arguments)
      throws Throwable {
    return null;
  }

  /** Implements {@link #handle}. */
  protected MethodHandle wrap(MethodHandle found, MethodHandles.Lookup lookup) throws Throwable {
    return found;
  }

  /** Implements {@link #original}. */
  protected MethodHandle unwrap(MethodHandle handle) throws Throwable {
    return handle;
  }

  /** Tells whether {@link #answerDeserialization} is asked about objects of exactly that class. */
  protected boolean resolves(Class<?> type) throws Throwable {
    return false;
  }

  /**
   * Answers {@link #resolve}, which throws an {@code IllegalStateException}; null keeps the object.
   */
  protected Object answerDeserialization(Object read) throws Throwable {
    return null;
  }

  /** Implements {@link #written}. */
  protected void write(Object value, String member) throws Throwable {}

  /** Implements {@link #returned}. */
  protected void endWrite(String member) throws Throwable {}

  /** Implements {@link #learned}. */
  protected void learn(Object value, String member) throws Throwable {}

  /** Implements {@link #leaving}. */
  protected void leave(String member) throws Throwable {}

  /** Implements {@link #guarded}. */
  protected boolean guards(Object instance, String method) throws Throwable {
    return false;
  }

  /** Counts and logs a failure of the engine. Never throws. */
  protected abstract void failed(Throwable problem);

  /** Constructs on behalf of a method reference. Overridden by the class that is made for it. */
  public Object make() throws Throwable {
    throw new AbstractMethodError();
  }

  public Object make(Object a) throws Throwable {
    throw new AbstractMethodError();
  }

  public Object make(Object a, Object b) throws Throwable {
    throw new AbstractMethodError();
  }

  public Object make(Object a, Object b, Object c) throws Throwable {
    throw new AbstractMethodError();
  }

  public Object make(Object a, Object b, Object c, Object d) throws Throwable {
    throw new AbstractMethodError();
  }

  public Object make(Object a, Object b, Object c, Object d, Object e) throws Throwable {
    throw new AbstractMethodError();
  }
}
