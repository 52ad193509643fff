package dev.ssot.engine.metrics;

import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** The figures about the agent itself. */
public final class AgentFigures {
  final String version;
  final Supplier<String> mode;
  final LongSupplier errors;

  /**
   * @param mode the mode as it is now; may be asked on any thread, like the errors
   * @param errors so far
   */
  public AgentFigures(String version, Supplier<String> mode, LongSupplier errors) {
    this.version = version;
    this.mode = mode;
    this.errors = errors;
  }
}
