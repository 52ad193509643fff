package dev.ssot.benchmarks;

import dev.ssot.benchmarks.count.Ledger;
import java.lang.reflect.Constructor;
import java.util.concurrent.TimeUnit;
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
 * Constructs a class that is no target while the agent watches another class. One target is
 * constructed before, so that the agent is at work; it must have counted only that one.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class BystanderBenchmark {
  private Constructor<Bystander> constructor;
  private Target target;

  @Setup
  public void enter() throws NoSuchMethodException {
    constructor = Bystander.class.getConstructor();
    target = new Target();
    Ledger.enter();
  }

  @Benchmark
  public Bystander construct() {
    return new Bystander();
  }

  @Benchmark
  public Bystander reflection() throws ReflectiveOperationException {
    return constructor.newInstance();
  }

  /** Fails the benchmark when an agent that is there did not count the target made before. */
  @TearDown
  public void leave(BenchmarkParams parameters) {
    Ledger.leave(parameters, target.value);
  }
}
