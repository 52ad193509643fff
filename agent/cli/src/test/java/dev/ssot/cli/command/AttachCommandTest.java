package dev.ssot.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What an attach says of what it watches. */
final class AttachCommandTest {
  @Test
  void few_targets_are_all_named() {
    assertThat(AttachCommand.watchedNames(List.of())).isEqualTo("no target is loaded so far");
    assertThat(AttachCommand.watchedNames(List.of("a.A"))).isEqualTo("watching a.A");
    assertThat(AttachCommand.watchedNames(List.of("a", "b", "c", "d", "e")))
        .isEqualTo("watching a, b, c, d, e");
  }

  @Test
  void of_many_targets_the_first_are_named() {
    assertThat(AttachCommand.watchedNames(List.of("a", "b", "c", "d", "e", "f", "g")))
        .isEqualTo("watching a, b, c, d, e and 2 more");
  }
}
