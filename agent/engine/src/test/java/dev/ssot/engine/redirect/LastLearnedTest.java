package dev.ssot.engine.redirect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class LastLearnedTest {
  private final LastLearned last = new LastLearned();
  private final Object value = new Object();

  @Test
  void what_was_told_right_before_is_known() {
    assertThat(last.isKnown(value, "A#m()")).isFalse();
    assertThat(last.isKnown(value, "A#m()")).isTrue();
  }

  @Test
  void another_object_or_member_is_new() {
    last.isKnown(value, "A#m()");

    assertThat(last.isKnown(value, "B#m()")).isFalse();
    assertThat(last.isKnown(new Object(), "B#m()")).isFalse();
    assertThat(last.isKnown(value, "B#m()")).isFalse();
  }

  @Test
  void a_target_that_is_read_makes_everything_new() {
    last.isKnown(value, "A#m()");
    last.targetRead();

    assertThat(last.isKnown(value, "A#m()")).isFalse();
  }

  @Test
  void of_a_class_with_nothing_to_learn_everything_is_known_until_a_target_is_read() {
    last.hasHeardEnoughOf(Object.class);
    assertThat(last.isKnown(value, "A#m()")).isTrue();
    assertThat(last.isKnown(new Object(), "A#m()")).isTrue();

    last.targetRead();
    assertThat(last.isKnown(value, "A#m()")).isFalse();
  }
}
