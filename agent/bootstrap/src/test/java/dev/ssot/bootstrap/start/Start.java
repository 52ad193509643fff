package dev.ssot.bootstrap.start;

import dev.ssot.bootstrap.filter.TargetMatcher;
import dev.ssot.bootstrap.options.Options;
import dev.ssot.bootstrap.pattern.ClassPattern;
import dev.ssot.bootstrap.zone.TestZone;
import dev.ssot.engine.Engine;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;

/** What a start is made of, in a JVM in which no agent runs. */
final class Start {
  /** Longer than any test runs: who returns before it has not waited for it. */
  static final long FOR_EVER = 3_600_000;

  static final TargetMatcher TARGETS =
      new TargetMatcher(List.of(ClassPattern.of("**.RedisManager")));

  private final Path directory;
  private FakeInstrumentation instrumentation = FakeInstrumentation.of();
  private String attached = "premain";
  private String arguments = "";

  Start(Path directory) {
    this.directory = directory;
  }

  Start in(FakeInstrumentation jvm) {
    instrumentation = jvm;
    return this;
  }

  Start attached() {
    attached = "agentmain";
    return this;
  }

  Start with(String agentArguments) {
    arguments = agentArguments;
    return this;
  }

  /** An engine that starts and ends at once. */
  StartContext context() throws Exception {
    return context(() -> null);
  }

  /** An engine that does something when it publishes, which is the second time that it calls. */
  StartContext publishing(Callable<?> work) throws Exception {
    AtomicInteger calls = new AtomicInteger();
    return context(
        () -> {
          if (calls.incrementAndGet() == 2) {
            work.call();
          }
          return null;
        });
  }

  /**
   * @param engine called by the engine when it starts, when it publishes, and when it ends
   */
  StartContext context(Callable<Options> engine) throws Exception {
    return new StartContext(
        instrumentation.proxy(),
        Options.read(arguments, Map.of(), Map.of(), path -> Map.of()),
        engine,
        TARGETS,
        TestZone.in(directory).with(Engine.class).loader(),
        attached,
        "1.0");
  }

  static EngineStarter patient(StartContext context) {
    return started(new EngineStarter(context, () -> null, FOR_EVER, FOR_EVER));
  }

  static EngineStarter impatient(StartContext context) {
    return started(new EngineStarter(context, () -> null, 1, FOR_EVER));
  }

  private static EngineStarter started(EngineStarter starter) {
    starter.startThread();
    return starter;
  }
}
