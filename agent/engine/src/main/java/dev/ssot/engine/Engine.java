package dev.ssot.engine;

import dev.ssot.bootstrap.options.Options;
import dev.ssot.bootstrap.start.AgentEngine;
import dev.ssot.bootstrap.start.Library;
import dev.ssot.bootstrap.start.StartContext;
import dev.ssot.bootstrap.zone.Console;
import dev.ssot.engine.bridge.ClassBytes;
import dev.ssot.engine.canonical.LearnedMembers;
import dev.ssot.engine.config.ConfigWatch;
import dev.ssot.engine.dispatch.EngineDispatch;
import dev.ssot.engine.dispatch.HotPaths;
import dev.ssot.engine.journal.DryRunLog;
import dev.ssot.engine.journal.OutcomeLog;
import dev.ssot.engine.journal.VerdictLog;
import dev.ssot.engine.logging.EngineLog;
import dev.ssot.engine.logging.LogRouter;
import dev.ssot.engine.stack.Privileged;
import dev.ssot.engine.thread.Chore;
import dev.ssot.engine.transform.FileFollower;
import dev.ssot.engine.transform.GuardedSuperclasses;
import dev.ssot.engine.transform.JdkHooks;
import dev.ssot.engine.transform.ProviderReach;
import dev.ssot.engine.transform.RegistryTransformer;
import dev.ssot.engine.transform.Retransformation;
import dev.ssot.engine.transform.TargetClassTransformer;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;

/**
 * Wires the parts of the engine. The bootstrap zone creates it by name on the agent's start thread,
 * while the application waits for its first class to be woven. So nothing slow belongs here, not
 * even a lambda: the first one costs the JVM more than all classes of this package.
 */
public final class Engine implements AgentEngine {
  private final LogRouter router = EngineLog.router();
  private final Logger log = EngineLog.logger();
  private final Retransformation retransformation;
  private final RedirectParts redirecting;
  private final Counting counting;
  private final GuardedSuperclasses superclasses;
  private final TargetClassTransformer weaving;
  private final Outputs publishing;
  private final ConfigWatch file;
  private final EngineThreads threads;

  /** Null until {@link #startup}. */
  private volatile EngineDispatch dispatch;

  /** Makes the parts. Nothing is woven, counted or published before {@link #startup}. */
  public Engine(StartContext context) {
    Options options = context.options;
    ClassBytes bytes = bytes(context);
    router.open(options.log(), Console.STDERR, bytes);
    retransformation = new Retransformation(context.instrumentation, log);
    redirecting =
        new RedirectParts(
            options,
            new JdkHooks(context.instrumentation, retransformation, options.jdkHooks(), log),
            new ProviderReach(context.instrumentation),
            log);
    counting = new Counting(context, redirecting, log);
    superclasses =
        new GuardedSuperclasses(context.instrumentation, retransformation, options.guard());
    weaving =
        new TargetClassTransformer(
            context,
            LearnedMembers.of(redirecting.policy),
            counting.targets,
            redirecting.canonicals,
            counting.findings,
            counting.unusable,
            superclasses,
            superclassFound(),
            router,
            log);
    publishing =
        new Outputs(context, redirecting, counting, bytes, retransformation, errors(), log);
    file =
        new ConfigWatch(
            context.options,
            context.configAtStart,
            context.rereading,
            new FileFollower(
                publishing.fileSwitch, context.added, retransformation, counting.unusable),
            log);
    threads =
        new EngineThreads(
            router, redirecting.canonicals, log, publishing, meters(), chores(context));
  }

  private static ClassBytes bytes(StartContext context) {
    return new ClassBytes() {
      @Override
      public byte[] of(String className) throws IOException {
        return context.loader.classFile(className);
      }
    };
  }

  private Runnable superclassFound() {
    return new Runnable() {
      @Override
      public void run() {
        threads.wake();
      }
    };
  }

  /** Counts the failures of all parts of the agent. */
  private LongSupplier errors() {
    return new LongSupplier() {
      @Override
      public long getAsLong() {
        return counting.samples.failures() + threads.failures() + publishing.reports.failures();
      }
    };
  }

  /** Returns the chores in the order in which they are done. */
  private Chore[] chores(StartContext context) {
    return new Chore[] {
      hotPaths(),
      missed(context),
      linking(),
      file,
      superclasses,
      counting.unusable,
      modes(),
      asking(),
      counting.samples, // before the verdicts, whose lines show the stacks
      new VerdictLog(
          counting.targets, redirecting.policy, redirecting.redirects, counting.stacks, log),
      new DryRunLog(counting.targets, redirecting.policy, redirecting.redirects, log),
      new OutcomeLog(counting.targets, counting.stacks, log),
      redirecting.guardLog,
      instances(),
      publishing.reports,
      publishing.http,
      publishing.registries,
      recording()
    };
  }

  private Chore hotPaths() {
    return new Chore() {
      private boolean done;

      @Override
      public void perform(long now) throws ClassNotFoundException {
        if (!done) {
          done = true;
          HotPaths.initialise();
        }
      }
    };
  }

  private Chore missed(StartContext context) {
    return new Chore() {
      @Override
      public void perform(long now) {
        weaveLoaded(context.missed.defined(context.instrumentation));
      }
    };
  }

  private Chore linking() {
    return new Chore() {
      @Override
      public void perform(long now) {
        EngineDispatch connected = dispatch;
        if (connected != null) {
          connected.linkAgain();
        }
      }
    };
  }

  private Chore modes() {
    return new Chore() {
      @Override
      public void perform(long now) {
        redirecting.modes.tick();
      }
    };
  }

  private Chore asking() {
    return new Chore() {
      @Override
      public void perform(long now) {
        redirecting.canonicals.tick();
      }
    };
  }

  private Chore instances() {
    return new Chore() {
      @Override
      public void perform(long now) {
        counting.targets.tick(date());
      }
    };
  }

  /** Returns the date of what is seen now, for the report; it is no measure of a duration. */
  private static long date() {
    return System.currentTimeMillis();
  }

  private Chore recording() {
    return new Chore() {
      @Override
      public void perform(long now) throws ReflectiveOperationException {
        redirecting.recording.tick();
      }
    };
  }

  private Chore meters() {
    return new Chore() {
      @Override
      public void perform(long now) {
        publishing.metrics.tick(now);
      }
    };
  }

  /**
   * Connects the dispatch class, so that this engine answers woven code from now on. A recording
   * that the command line started runs already, and it must not miss a construction.
   */
  @Override
  public void startup() throws Exception {
    dispatch =
        new EngineDispatch(
            counting.targets,
            counting.samples,
            redirecting.epoch,
            redirecting.redirects,
            publishing);
    SsotDispatch.connect(dispatch);
    file.perform(TimeUnit.NANOSECONDS.toMillis(System.nanoTime())); // as it is by now
    threads.start();
    redirecting.begin();
    redirecting.recording.tick();
  }

  /** Stops the parts in reverse order. Woven code still counts. */
  @Override
  public void shutdown() throws Exception {
    publishing.end();
    counting.unusable.lookNow();
    threads.stop();
    router.flush();
    publishing.reports.atExit();
  }

  @Override
  public byte[] transform(ClassLoader loader, String className, byte[] classFile) {
    if (!Privileged.isNeeded()) {
      return transformed(loader, className, classFile);
    }
    try {
      return Privileged.call(() -> transformed(loader, className, classFile));
    } catch (Exception impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private byte[] transformed(ClassLoader loader, String className, byte[] classFile) {
    return className.equals(RegistryTransformer.TYPE)
        ? publishing.registries.weave(loader, classFile)
        : weaving.weave(loader, className, classFile);
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
        publishing.jmxSeen();
        break;
      case FLIGHT_RECORDER:
        redirecting.recording.markSeen();
        break;
      case SLF4J:
        router.loaderSeen(loader);
        break;
      case MICROMETER:
        publishing.registries.seen(loader);
        break;
    }
  }
}
