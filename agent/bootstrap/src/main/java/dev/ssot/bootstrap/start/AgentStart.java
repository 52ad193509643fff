package dev.ssot.bootstrap.start;

import dev.ssot.bootstrap.filter.TargetMatcher;
import dev.ssot.bootstrap.options.Options;
import dev.ssot.bootstrap.options.OptionsException;
import dev.ssot.bootstrap.zone.AgentClassLoader;
import dev.ssot.bootstrap.zone.Console;
import dev.ssot.bootstrap.zone.DispatchInstaller;
import dev.ssot.bootstrap.zone.Zone;
import java.lang.instrument.Instrumentation;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The start, step by step. If anything fails, the application goes on without the agent, after one
 * line on stderr.
 */
public final class AgentStart {
  private static final long ENGINE_PATIENCE_MILLIS = 2_000;
  private static final long HINT_AFTER_MILLIS = 180_000;
  private static final long EXIT_PATIENCE_MILLIS = 5_000;

  /** Whether it runs, or is about to: a start that came to nothing may be repeated. */
  private static final AtomicBoolean STARTED = new AtomicBoolean();

  private AgentStart() {}

  /**
   * Starts the agent, unless it runs in this JVM.
   *
   * @param attached {@code premain} or {@code agentmain}
   * @param arguments null if none
   */
  public static void start(String attached, String arguments, Instrumentation instrumentation) {
    try {
      if (JdkTool.isRunning()) {
        return;
      }
      if (!STARTED.compareAndSet(false, true)) {
        Console.line(second(attached));
        return;
      }
      startOrForget(attached, arguments, instrumentation);
    } catch (OptionsException refused) {
      Console.line(refused.getMessage() + "; the agent stays off");
    } catch (Throwable failed) {
      Console.line(
          "could not start (" + failed + "); the agent stays off, the application goes on");
    }
  }

  private static String second(String attached) {
    return attached.equals("agentmain")
        ? "already running in this JVM, and nothing was changed; other options are taken by java"
            + " -jar ssot-agent.jar attach PID, with the options"
        : "already running in this JVM; the second -javaagent does nothing: remove it";
  }

  private static void startOrForget(
      String attached, String arguments, Instrumentation instrumentation) throws Exception {
    boolean runs = false;
    try {
      runs = run(attached, arguments, instrumentation);
    } finally {
      STARTED.set(runs);
    }
  }

  /** Returns whether the agent is on. */
  private static boolean run(String attached, String arguments, Instrumentation instrumentation)
      throws Exception {
    AgentClassLoader loader = new AgentClassLoader(Zone.ofThisJar());
    JvmOptions sources = new JvmOptions(arguments, loader);
    Options options = sources.call();
    if (!options.enabled()) {
      return false;
    }
    TargetMatcher targets =
        new TargetMatcher(
            AddedTargets.patterns(options), AddedTargets.holders(options), options.factories());
    StartContext context =
        new StartContext(instrumentation, options, sources, targets, loader, attached, version());
    EngineStarter starter =
        new EngineStarter(
            context,
            new DispatchInstaller(instrumentation, loader),
            ENGINE_PATIENCE_MILLIS,
            HINT_AFTER_MILLIS);
    PrefilterTransformer transformer = new PrefilterTransformer(targets, starter);
    transformer.loadWhatItNeeds();
    Thread exitHook = new ExitHook(starter, EXIT_PATIENCE_MILLIS);
    instrumentation.addTransformer(transformer, true);
    try {
      Runtime.getRuntime().addShutdownHook(exitHook);
      context.agent =
          new RunningAgent(instrumentation, transformer, starter, exitHook, sources, new Ended());
      StartMessages.started(context);
      loader.takeWhatIsVisible();
      starter.startThread(); // last: what is started is on
      return true;
    } catch (Throwable failed) {
      instrumentation.removeTransformer(transformer);
      Runtime.getRuntime().removeShutdownHook(exitHook);
      throw failed;
    }
  }

  /** Returns the version and the commit in the jar's manifest, which the JVM has read already. */
  private static String version() {
    return AgentStart.class.getPackage().getImplementationVersion();
  }

  /** Lets the agent be started again. */
  private static final class Ended implements Runnable {
    @Override
    public void run() {
      STARTED.set(false);
    }
  }
}
