package dev.ssot.engine.metrics;

import java.util.function.LongSupplier;

/** What the meters say of the agent itself. */
public final class AgentFacts {
  final String version;
  final String mode;
  final LongSupplier errors;

  /**
   * @param errors asked on the agent's thread
   */
  public AgentFacts(String version, String mode, LongSupplier errors) {
    this.version = version;
    this.mode = mode;
    this.errors = errors;
  }
}
