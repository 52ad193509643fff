package dev.ssot.engine;

import dev.ssot.bootstrap.options.Options;
import dev.ssot.bootstrap.start.AgentEngine;
import dev.ssot.bootstrap.start.Library;
import dev.ssot.bootstrap.start.StartContext;
import dev.ssot.bootstrap.zone.Console;
import dev.ssot.engine.bridge.ClassBytes;
import dev.ssot.engine.canonical.LearnedMembers;
import dev.ssot.engine.dispatch.EngineDispatch;
import dev.ssot.engine.dispatch.HotPaths;
import dev.ssot.engine.logging.EngineLog;
import dev.ssot.engine.logging.LogRouter;
import dev.ssot.engine.metrics.ApplicationRegistries;
import dev.ssot.engine.stack.Privileged;
import dev.ssot.engine.transform.GuardedSuperclasses;
import dev.ssot.engine.transform.JdkHooks;
import dev.ssot.engine.transform.ProviderReach;
import dev.ssot.engine.transform.RegistryTransformer;
import dev.ssot.engine.transform.Retransformation;
import dev.ssot.engine.transform.TargetClassTransformer;
import dev.ssot.engine.transform.WovenClasses;
import dev.ssot.engine.weave.site.WovenSites;
import java.io.IOException;
import java.security.ProtectionDomain;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;

/**
 * Wires the parts of the engine. The bootstrap zone creates it by name on the agent's start thread,
 * while the application waits for its first class to be woven. So the constructor makes what
 * weaving and counting need and nothing else, not even a lambda: the first one costs the JVM more
 * than all classes of this package. The rest is made by {@link #publish}.
 */
public final class Engine implements AgentEngine {
  final LogRouter router = EngineLog.router();
  final Logger log = EngineLog.logger();
  final WovenSites woven = new WovenSites();
  final Retransformation retransformation;
  final WovenClasses restoring;
  final RedirectParts redirecting;
  final Counting counting;
  final GuardedSuperclasses superclasses;
  final TargetClassTransformer weaving;
  final ApplicationRegistries noticed;
  final RegistryTransformer registries;
  final EngineDispatch dispatch;
  final StartContext context;

  /** Whether the application has loaded JMX. */
  private volatile boolean jmxSeen;

  /** Null until {@link #publish}, or until the file has to be followed before. */
  private volatile Upkeep upkeep;

  /** Makes the parts that weave and count. Nothing is woven or counted before {@link #startup}. */
  public Engine(StartContext context) {
    Options options = context.options;
    this.context = context;
    ClassBytes bytes = bytes(context);
    router.open(options.log(), Console.STDERR, bytes);
    retransformation = new Retransformation(context.instrumentation, log);
    superclasses =
        new GuardedSuperclasses(
            context.instrumentation, retransformation, options.guard(), waking());
    JdkHooks hooks =
        new JdkHooks(context.instrumentation, retransformation, options.jdkHooks(), log);
    restoring = new WovenClasses(context.instrumentation, retransformation, hooks);
    redirecting =
        new RedirectParts(
            options, hooks, superclasses, new ProviderReach(context.instrumentation), log);
    counting = new Counting(context, redirecting, log);
    weaving =
        new TargetClassTransformer(
            context,
            woven,
            LearnedMembers.of(redirecting.policy),
            counting.targets,
            redirecting.canonicals,
            counting.findings,
            counting.unusable,
            superclasses,
            counting.application,
            router,
            log);
    noticed = new ApplicationRegistries(bytes);
    registries =
        new RegistryTransformer(
            context.instrumentation, retransformation, noticed, options.metrics());
    dispatch =
        new EngineDispatch(
            counting.targets,
            woven,
            counting.samples,
            redirecting.epoch,
            redirecting.redirects,
            noticed);
  }

  private static ClassBytes bytes(StartContext context) {
    return new ClassBytes() {
      @Override
      public byte[] of(String className) throws IOException {
        return context.loader.classFile(className);
      }
    };
  }

  private Runnable waking() {
    return new Runnable() {
      @Override
      public void run() {
        Upkeep made = upkeep;
        if (made != null) { // otherwise its first turn is still to come
          made.threads.wake();
        }
      }
    };
  }

  /**
   * Connects the dispatch class, so that this engine answers woven code from now on. A recording
   * that the command line started runs already, and it must not miss a construction.
   */
  @Override
  public void startup() throws Exception {
    initialiseHotPaths();
    weaving.begin();
    dispatch.connect();
    if (context.isConfigChanged()) {
      upkeep = new Upkeep(this);
      upkeep.file.perform(TimeUnit.NANOSECONDS.toMillis(System.nanoTime())); // as it is by now
    }
    redirecting.begin();
    redirecting.recording.tick();
  }

  /** Comes before the first answer: an application's thread may have little of its stack left. */
  private void initialiseHotPaths() {
    try {
      HotPaths.initialise();
    } catch (ClassNotFoundException | LinkageError failed) {
      counting.samples.failed(failed);
    }
  }

  /** Starts what no class waits for. If that fails, the application is left alone. */
  @Override
  public void publish() {
    try {
      Upkeep made = upkeep == null ? new Upkeep(this) : upkeep;
      upkeep = made;
      if (jmxSeen) {
        made.outputs.jmxSeen();
      }
      made.threads.start();
    } catch (RuntimeException | Error failed) {
      redirecting.policy.stop("agent");
      throw failed;
    }
  }

  /** Stops the parts in reverse order. Woven code still counts. */
  @Override
  public void shutdown() throws Exception {
    Upkeep made = upkeep;
    if (made == null) { // it has failed, or is not there in time
      router.flush();
      throw new IllegalStateException("the agent's threads have not started");
    }
    made.end();
  }

  @Override
  public byte[] transform(
      ClassLoader loader,
      String className,
      ProtectionDomain domain,
      boolean loaded,
      byte[] classFile) {
    if (!Privileged.isNeeded()) {
      return transformed(loader, className, domain, loaded, classFile);
    }
    try {
      return Privileged.call(() -> transformed(loader, className, domain, loaded, classFile));
    } catch (Exception impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private byte[] transformed(
      ClassLoader loader,
      String className,
      ProtectionDomain domain,
      boolean loaded,
      byte[] classFile) {
    byte[] woven =
        className.equals(RegistryTransformer.TYPE)
            ? registries.weave(loader, classFile)
            : weaving.weave(loader, className, domain, loaded, classFile);
    if (woven != null) {
      restoring.add(loader, className);
    }
    return woven;
  }

  @Override
  public void unwoven(ClassLoader loader, String className) {
    weaving.unwoven(loader, className);
  }

  @Override
  public void weaveLoaded(List<Class<?>> classes) {
    weaving.refused(retransformation.perform(classes, "what it constructs may go unseen"));
  }

  @Override
  public boolean weavesAlso(String className) {
    return superclasses.isInheritedFrom(className);
  }

  @Override
  public void libraryLoaded(Library library, ClassLoader loader) {
    switch (library) {
      case JMX:
        jmxSeen();
        break;
      case FLIGHT_RECORDER:
        redirecting.recording.markSeen();
        break;
      case SLF4J:
        router.loaderSeen(loader);
        break;
      case MICROMETER:
        registries.seen(loader);
        break;
    }
  }

  private void jmxSeen() {
    jmxSeen = true;
    Upkeep made = upkeep;
    if (made != null) {
      made.outputs.jmxSeen();
    }
  }
}
