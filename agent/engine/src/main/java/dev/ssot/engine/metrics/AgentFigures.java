package dev.ssot.engine.metrics;

import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** What the meters say of the agent itself. */
public final class AgentFigures {
  final String version;
  final Supplier<String> mode;
  final LongSupplier errors;

  /**
   * @param mode as it is now; asked on any thread, as is what follows
   * @param errors so far
   */
  public AgentFigures(String version, Supplier<String> mode, LongSupplier errors) {
    this.version = version;
    this.mode = mode;
    this.errors = errors;
  }
}
