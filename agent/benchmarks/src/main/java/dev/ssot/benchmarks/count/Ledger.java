package dev.ssot.benchmarks.count;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.openjdk.jmh.infra.BenchmarkParams;

/**
 * Adds up the constructions of a benchmark's threads, and compares the sum with what was counted.
 */
public final class Ledger {
  private static final AtomicInteger THREADS = new AtomicInteger();
  private static final AtomicLong MADE = new AtomicLong();

  /** The canonical instance itself. */
  private static final long OWN = 1;

  private static final String LIBRARY = "TargetBenchmark.library";

  private Ledger() {}

  /** Begins a thread of the benchmark; all have begun before one ends. */
  public static void enter() {
    THREADS.incrementAndGet();
  }

  /**
   * Ends a thread of the benchmark; the last thread compares the figures.
   *
   * @throws IllegalStateException if what was counted is not what was constructed
   */
  public static void leave(BenchmarkParams parameters, long made) {
    MADE.addAndGet(made);
    if (THREADS.decrementAndGet() == 0) {
      String benchmark = parameters.getBenchmark();
      settle(
          benchmark.substring(benchmark.lastIndexOf('.', benchmark.lastIndexOf('.') - 1) + 1),
          MADE.get());
    }
  }

  private static void settle(String benchmark, long made) {
    switch (Variant.ofThisJvm()) {
      case BARE, ASPECTJ_AROUND -> {}
      case SSOT, SSOT_UNTRACKED -> agent(benchmark, made);
      case ASPECTJ_CALLS -> calls(benchmark, made);
      case ASPECTJ -> {
        calls(benchmark, made);
        equal("AspectJ's constructors", made, ConstructorAspect.constructions());
      }
      case SSOT_ENFORCE -> {
        equal("the agent's constructions", OWN, AgentReport.take().constructions());
        redirects(made);
      }
      case SSOT_SWITCHED -> redirects(made);
      case ASPECTJ_AROUND_COUNTED ->
          equal("AspectJ's redirects", made, CountedAroundAspect.redirects());
      case SSOT_CALLS, SSOT_CALLS_SHARED -> {
        AgentReport report = AgentReport.take();
        equal("the agent's constructions", made, report.constructions());
        equal("the agent's redirects", 0L, report.redirects());
      }
    }
  }

  /** Compares the sum with the redirects, as calls before a switch of the mode construct. */
  private static void redirects(long made) {
    AgentReport report = AgentReport.take();
    equal("constructions and redirects", made + OWN, report.constructions() + report.redirects());
  }

  private static void agent(String benchmark, long made) {
    AgentReport report = AgentReport.take();
    equal("the agent's constructions", made, report.constructions());
    equal("the kind", kind(benchmark), report.kind());
    if (benchmark.startsWith("Target")) {
      // Otherwise the steady state was not measured.
      equal("whether every instance was followed", false, report.isExact());
    }
  }

  /**
   * Compares the calls of AspectJ, whose pointcut sees neither reflection nor method references.
   */
  private static void calls(String benchmark, long made) {
    boolean plain = kind(benchmark).equals("new") || benchmark.equals(LIBRARY);
    equal("AspectJ's calls", plain ? made : 0L, CallAspect.calls());
  }

  private static String kind(String benchmark) {
    return switch (benchmark) {
      case LIBRARY -> "factory"; // the line calls the library's method
      case "TargetBenchmark.reference" -> "method-reference";
      case "TargetBenchmark.reflection" -> "reflection";
      default -> "new";
    };
  }

  private static void equal(String what, Object expected, Object actual) {
    if (!expected.equals(actual)) {
      throw new IllegalStateException(what + ": expected " + expected + ", was " + actual);
    }
  }
}
