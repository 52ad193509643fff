package dev.ssot.benchmarks;

import dev.ssot.benchmarks.count.Ledger;
import dev.ssot.benchmarks.count.Switches;
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

/** A construction that is answered with the one instance. In the bare JVM, it constructs. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class RedirectBenchmark {
  private long made;

  /** Uses the call site in each mode, where a variant switches modes first. */
  @Setup
  public void enter() {
    Ledger.enter();
    Switches.perform(this::construct);
  }

  @Benchmark
  public Shared construct() {
    made++;
    return new Shared();
  }

  /** Fails the benchmark unless every redirected construction was counted. */
  @TearDown
  public void leave(BenchmarkParams parameters) {
    Ledger.leave(parameters, made);
  }
}
