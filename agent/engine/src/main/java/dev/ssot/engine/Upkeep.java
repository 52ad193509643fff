package dev.ssot.engine;

import dev.ssot.bootstrap.options.Options;
import dev.ssot.bootstrap.options.OptionsException;
import dev.ssot.engine.config.ConfigWatch;
import dev.ssot.engine.config.FollowedOptions;
import dev.ssot.engine.config.LaterArguments;
import dev.ssot.engine.config.LaterOptions;
import dev.ssot.engine.journal.DryRunLog;
import dev.ssot.engine.journal.OutcomeLog;
import dev.ssot.engine.journal.VerdictLog;
import dev.ssot.engine.thread.Chore;
import dev.ssot.engine.transform.OptionsFollower;
import dev.ssot.engine.transform.OverlookedTargets;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

/**
 * What the agent does beside the application: the chores, their threads and the ways out. It is
 * made once classes can be woven, so that no class of the application waits for it.
 */
final class Upkeep {
  final Outputs outputs;
  final ConfigWatch file;
  final EngineThreads threads;
  final FollowedOptions options;
  private final Engine engine;
  private final RedirectParts redirecting;
  private final Counting counting;
  private final OverlookedTargets overlooked;

  /** Makes the parts and starts no thread. */
  Upkeep(Engine engine) {
    this.engine = engine;
    this.redirecting = engine.redirecting;
    this.counting = engine.counting;
    overlooked = new OverlookedTargets(engine.context, shown(), weaving());
    options = new FollowedOptions(engine.context.options);
    outputs =
        new Outputs(
            engine.context,
            redirecting,
            counting,
            engine.noticed,
            errors(),
            later(),
            new Detachment(engine, this),
            engine.log);
    file =
        new ConfigWatch(
            options,
            engine.context.configAtStart,
            engine.context.rereading,
            following(outputs.fileSwitch),
            modesThatHold(),
            engine.log);
    threads =
        new EngineThreads(
            engine.router, redirecting.canonicals, engine.log, outputs, meters(), chores());
  }

  private LaterOptions later() {
    LaterArguments sources =
        new LaterArguments() {
          @Override
          public Options with(String arguments) throws OptionsException {
            return engine.context.agent.options().with(arguments);
          }

          @Override
          public void take(String arguments) {
            engine.context.agent.options().take(arguments);
          }
        };
    return new LaterOptions(options, sources, following(redirecting.later()), modesThatHold());
  }

  private Consumer<Options> following(Consumer<Options> modes) {
    return new OptionsFollower(
        modes, engine.context.added, engine.retransformation, counting.unusable);
  }

  private Predicate<Options> modesThatHold() {
    return new Predicate<Options>() {
      @Override
      public boolean test(Options options) {
        return redirecting.modes.areThoseOf(options);
      }
    };
  }

  /** Counts the failures of all parts of the agent. */
  private LongSupplier errors() {
    return new LongSupplier() {
      @Override
      public long getAsLong() {
        return counting.samples.failures() + threads.failures() + outputs.reports.failures();
      }
    };
  }

  /** Returns the chores in the order in which they are done. */
  private Chore[] chores() {
    return new Chore[] {
      missed(),
      overlooked,
      linking(),
      file,
      engine.superclasses,
      engine.weaving.forgetting(),
      counting.unusable,
      modes(),
      asking(),
      counting.samples, // before the verdicts, whose lines show the stacks
      new VerdictLog(
          counting.targets, redirecting.policy, redirecting.redirects, counting.stacks, engine.log),
      new DryRunLog(counting.targets, redirecting.policy, redirecting.redirects, engine.log),
      new OutcomeLog(counting.targets, counting.stacks, engine.log),
      redirecting.guardLog,
      instances(),
      outputs.reports,
      outputs.http,
      engine.registries,
      recording()
    };
  }

  private Chore missed() {
    return new Chore() {
      @Override
      public void perform(long now) {
        engine.weaveLoaded(engine.context.missed.defined(engine.context.instrumentation));
      }
    };
  }

  private Predicate<String> shown() {
    return new Predicate<String>() {
      @Override
      public boolean test(String className) {
        return engine.weaving.hasSeen(className);
      }
    };
  }

  private Consumer<List<Class<?>>> weaving() {
    return new Consumer<List<Class<?>>>() {
      @Override
      public void accept(List<Class<?>> classes) {
        engine.weaveLoaded(classes);
      }
    };
  }

  private Chore linking() {
    return new Chore() {
      @Override
      public void perform(long now) {
        engine.dispatch.linkAgain();
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
        outputs.metrics.tick(now);
      }
    };
  }

  /** Ends the threads, and writes the report of the exit. */
  void end() throws Exception {
    try {
      outputs.end();
      overlooked.lookNow();
      counting.unusable.lookNow();
    } finally {
      threads.stop();
    }
    engine.router.flush();
    outputs.reports.atExit();
  }
}
