package dev.ssot.engine.thread;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ssot.engine.logging.Lines;
import org.junit.jupiter.api.Test;

/** A failure that happens again is told of at the first time and at each doubling. */
final class RepeatedFailuresTest {
  private final Lines log = new Lines();
  private final RepeatedFailures failures = new RepeatedFailures(log);

  @Test
  void the_first_has_its_stack_and_each_doubling_a_line() {
    for (int i = 0; i < 9; i++) {
      failures.warn("chore", new IllegalStateException(), "{} failed", "chore " + i);
    }

    String again = " times so far; the last: java.lang.IllegalStateException)";
    assertThat(log.warnings())
        .containsExactly(
            "WARN chore 0 failed",
            "WARN chore 1 failed (2" + again,
            "WARN chore 3 failed (4" + again,
            "WARN chore 7 failed (8" + again);
    assertThat(log.thrown()).hasSize(1);
  }

  @Test
  void another_exception_and_another_kind_are_told_of_by_themselves() {
    failures.warn("chore", new IllegalStateException(), "failed");
    failures.warn("chore", new IllegalArgumentException(), "failed");
    failures.warn("other", new IllegalStateException(), "failed");
    failures.warn("other", null, "failed");

    assertThat(log.warnings()).hasSize(4).containsOnly("WARN failed");
  }

  @Test
  void kinds_are_bounded() {
    for (int i = 0; i < 100_000; i++) {
      failures.warn("kind " + i, null, "failed");
    }

    assertThat(log.warnings()).hasSizeBetween(100, 130);
  }

  @Test
  void of_failures_counted_elsewhere_the_total_is_told() {
    failures.latest("agent", 9, new IllegalStateException(), "the agent failed");
    failures.latest("agent", 15, new IllegalStateException(), "the agent failed");
    failures.latest("agent", 17, new IllegalStateException(), "the agent failed");

    assertThat(log.warnings())
        .containsExactly(
            "WARN the agent failed",
            "WARN the agent failed"
                + " (17 times so far; the last: java.lang.IllegalStateException)");
  }

  @Test
  void no_code_of_the_exception_runs() {
    for (int i = 0; i < 3; i++) {
      failures.warn("chore", new Hostile(), "failed");
    }

    assertThat(log.warnings()).hasSize(2);
  }

  /** Must not be asked anything. */
  @SuppressWarnings("serial")
  private static final class Hostile extends RuntimeException {
    @Override
    public String getMessage() {
      throw new AssertionError("asked for its message");
    }

    @Override
    public String toString() {
      throw new AssertionError("asked for its text");
    }
  }
}
