package dev.ssot.benchmarks;

import dev.ssot.benchmarks.count.Ledger;
import dev.ssot.benchmarks.library.Maker;
import java.lang.reflect.Constructor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.BenchmarkParams;

/**
 * Constructs a target. Each benchmark counts its constructions in a field of its thread; in the end
 * the agent must have counted the same number.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class TargetBenchmark {
  private final Supplier<Target> reference = Target::new;
  private Constructor<Target> constructor;
  private long made;

  @Setup
  public void enter() throws NoSuchMethodException {
    constructor = Target.class.getConstructor();
    Ledger.enter();
  }

  @Benchmark
  public Target construct() {
    made++;
    return new Target();
  }

  /** The same on a thread that another one waits for: its monitor is in use. */
  @Benchmark
  public Target awaited(Awaited thread) {
    made++;
    return new Target();
  }

  /** The {@code new} stands in a library: the stack tells whose line it was. */
  @Benchmark
  public Target library() {
    made++;
    return Maker.make();
  }

  @Benchmark
  public Target reference() {
    made++;
    return reference.get();
  }

  @Benchmark
  public Target reflection() throws ReflectiveOperationException {
    made++;
    return constructor.newInstance();
  }

  /** Fails the benchmark when an agent that is there did not count what was constructed. */
  @TearDown
  public void leave(BenchmarkParams parameters) {
    Ledger.leave(parameters, made);
  }

  /** Has another thread wait for that of the benchmark, as {@code main} often does. */
  @State(Scope.Thread)
  public static class Awaited {
    private Thread waiting;

    @Setup
    public void begin() throws InterruptedException {
      Thread awaited = Thread.currentThread();
      waiting = new Thread(() -> await(awaited));
      waiting.setDaemon(true);
      waiting.start();
      while (waiting.getState() != Thread.State.WAITING) {
        Thread.sleep(1);
      }
    }

    @SuppressWarnings("ThreadJoinLoop") // an interrupt is to end it
    private static void await(Thread awaited) {
      try {
        awaited.join();
      } catch (InterruptedException end) {
        // the benchmark is over
      }
    }

    @TearDown
    public void end() throws InterruptedException {
      waiting.interrupt();
      waiting.join();
    }
  }
}
