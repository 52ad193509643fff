package dev.ssot.benchmarks;

import dev.ssot.benchmarks.count.Ledger;
import dev.ssot.benchmarks.library.Container;
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
 * Calls a library that returns a target, so that the call is woven, and makes nothing. What it
 * hands out was made before; the agent must have counted that one and no other. Benchmarks return a
 * number, because the code that calls them would be woven as well.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class GetterBenchmark {
  @Benchmark
  public int pool(PoolMade made) {
    return made.container.currentPool().value();
  }

  @Benchmark
  public int client(ClientMade made) {
    return made.container.currentClient().value();
  }

  @Benchmark
  public int getter(ClientMade made) {
    return made.container.getClient().value();
  }

  /** A container with a pool, for all threads. */
  @State(Scope.Benchmark)
  public static class PoolMade {
    private final Container container = new Container();
    private int made;

    @Setup
    public void enter() {
      made = container.openPool().value();
      Ledger.enter();
    }

    @TearDown
    public void leave(BenchmarkParams parameters) {
      Ledger.leave(parameters, made);
    }
  }

  /** A container with a client, for all threads. */
  @State(Scope.Benchmark)
  public static class ClientMade {
    private final Container container = new Container();
    private int made;

    @Setup
    public void enter() {
      made = container.openClient().value();
      Ledger.enter();
    }

    @TearDown
    public void leave(BenchmarkParams parameters) {
      Ledger.leave(parameters, made);
    }
  }
}
