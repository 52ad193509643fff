package dev.ssot.engine.transform;

import dev.ssot.bootstrap.zone.AgentThreads;
import dev.ssot.engine.place.Kind;
import dev.ssot.engine.weave.jdk.HookedClass;
import dev.ssot.engine.weave.jdk.JdkWeaver;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.slf4j.Logger;

/**
 * Puts the hooks into the JDK when a mode first redirects, and leaves them there, as their cost for
 * other code cannot be measured. It is a transformer of its own, because the agent's prefilter
 * passes on no class of the JDK. It stays registered until the agent leaves, so that the hooks
 * survive the retransformations of other agents.
 */
public final class JdkHooks implements ClassFileTransformer, Runnable, Predicate<Kind> {
  /** How many seconds the thread that switches a mode waits for the hooks. */
  private static final long PATIENCE = 2;

  /** How many seconds the removal waits for an installation that is under way. */
  private static final long REMOVAL_PATIENCE = 10;

  private final Instrumentation instrumentation;
  private final Retransformation retransformation;
  private final boolean allowed;

  /** Whether the JVM writes a cache that it could not with the hooks. */
  private final boolean cached;

  private final Logger log;
  private final AtomicBoolean begun = new AtomicBoolean();
  private final CountDownLatch settled = new CountDownLatch(1);

  /** No enum set, which would load the hooks, as most agents never redirect. */
  private final Set<HookedClass> refused = ConcurrentHashMap.newKeySet();

  /**
   * @param allowed the option {@code jdk.hooks}
   */
  @SuppressWarnings("MissingSummary") // the class says it
  public JdkHooks(
      Instrumentation instrumentation,
      Retransformation retransformation,
      boolean allowed,
      Logger log) {
    this(instrumentation, retransformation, allowed, allowed && AotCache.isWritten(), log);
  }

  JdkHooks(
      Instrumentation instrumentation,
      Retransformation retransformation,
      boolean allowed,
      boolean cached,
      Logger log) {
    this.cached = cached;
    this.instrumentation = instrumentation;
    this.retransformation = retransformation;
    this.log = log;
    this.allowed = allowed;
  }

  /**
   * Installs the hooks, as a mode redirects from now on. Returns once they are there, or after two
   * seconds.
   */
  public void install() {
    if (!allowed) {
      return;
    }
    if (cached) {
      leaveOut();
      return;
    }
    if (begun.compareAndSet(false, true)) {
      // On a thread of its own, because the thread that switches may hold locks of the application.
      AgentThreads.daemon("ssot-jdk-hooks", this).start();
    }
    awaitSettled(PATIENCE);
  }

  private void awaitSettled(long seconds) {
    try {
      settled.await(seconds, TimeUnit.SECONDS);
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
  }

  private void leaveOut() {
    if (begun.compareAndSet(false, true)) {
      log.warn(
          "this JVM writes an AOT cache, and with changed classes of the JDK it would crash:"
              + " constructions by reflection, method handles and deserialization are counted, not"
              + " redirected. Start it without -XX:AOTCacheOutput to redirect them");
    }
  }

  /** Tells whether constructions of that kind can be redirected, not only counted. */
  @Override
  public boolean test(Kind kind) {
    if (!allowed || cached) {
      return false;
    }
    if (refused.isEmpty()) {
      return true;
    }
    for (HookedClass each : HookedClass.values()) {
      if (each.kind == kind && refused.contains(each)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public void run() {
    try {
      instrumentation.addTransformer(this, true);
      for (HookedClass each : HookedClass.values()) {
        install(each);
      }
    } catch (RuntimeException | Error unsupported) {
      for (HookedClass each : HookedClass.values()) {
        refuse(each, unsupported);
      }
    } finally {
      settled.countDown();
    }
  }

  /**
   * Installs one hook. The classes are retransformed one by one, so that a class that the JVM
   * refuses does not affect the others.
   */
  private void install(HookedClass hooked) {
    try {
      Class<?> type = Class.forName(hooked.binaryName(), false, null);
      List<Class<?>> left =
          retransformation.perform(Collections.singletonList(type), consequence(hooked));
      if (!left.isEmpty()) {
        refused.add(hooked);
      }
    } catch (ClassNotFoundException | LinkageError absent) {
      refuse(hooked, absent);
    }
  }

  /** Takes the hooks out of the JDK again; returns the classes that the JVM did not change. */
  List<Class<?>> remove() {
    if (!begun.getAndSet(true) || !allowed || cached) {
      return Collections.emptyList();
    }
    awaitSettled(REMOVAL_PATIENCE);
    instrumentation.removeTransformer(this);
    List<Class<?>> hooked = new ArrayList<>();
    for (HookedClass each : HookedClass.values()) {
      try {
        hooked.add(Class.forName(each.binaryName(), false, null));
      } catch (ClassNotFoundException | LinkageError absent) {
        // and so it is not hooked
      }
    }
    return retransformation.perform(hooked, "it keeps a hook that does nothing");
  }

  @Override
  public byte[] transform(
      ClassLoader loader,
      String className,
      Class<?> redefined,
      ProtectionDomain domain,
      byte[] classFile) {
    HookedClass hooked = loader == null && className != null ? HookedClass.of(className) : null;
    return hooked == null ? null : weave(hooked, classFile);
  }

  private byte[] weave(HookedClass hooked, byte[] classFile) {
    if (!test(hooked.kind)) {
      return null;
    }
    try {
      byte[] woven = JdkWeaver.weave(hooked, classFile);
      if (woven == null) {
        refuse(hooked, null);
      }
      return woven;
    } catch (Throwable failed) {
      refuse(hooked, failed);
      return null;
    }
  }

  /**
   * Records the class as refused and logs it once.
   *
   * @param cause null if the class is not written as expected
   */
  private void refuse(HookedClass hooked, Throwable cause) {
    if (refused.add(hooked)) {
      log.warn(
          "{} of this JDK cannot be woven: {}", hooked.binaryName(), consequence(hooked), cause);
    }
  }

  private static String consequence(HookedClass hooked) {
    return "constructions by " + hooked.kind + " are counted, not redirected";
  }
}
