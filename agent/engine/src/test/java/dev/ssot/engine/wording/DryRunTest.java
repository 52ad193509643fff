package dev.ssot.engine.wording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ssot.engine.snapshot.GroupSnapshot;
import org.junit.jupiter.api.Test;

/** What is said of a group in {@code dry-run}. */
final class DryRunTest {
  private final GroupSnapshot group = new GroupSnapshot();

  @Test
  void a_verdict_says_how_many_call_sites_would_be_redirected() {
    group.sites = 8;
    group.redirectable = 7;

    assertThat(DryRun.verdict(group)).isEqualTo("7 of 8 call sites would be redirected");
  }

  @Test
  void where_nothing_came_to_be_is_said_as_well() {
    group.sites = 3;
    group.redirectable = 3;
    group.failing = 2;
    group.refusing = 1;

    assertThat(DryRun.verdict(group))
        .isEqualTo(
            "3 of 3 call sites would be redirected; at 2 call sites constructions failed;"
                + " at 1 call site constructions were refused");
  }
}
