package dev.ssot.engine.canonical;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class LastLearnedTest {
  private final LastLearned last = new LastLearned();
  private final Object value = new Object();

  @Test
  void what_was_told_right_before_is_known() {
    assertThat(last.note(value, "A#m()")).isTrue();
    assertThat(last.note(value, "A#m()")).isFalse();
  }

  @Test
  void another_object_or_member_is_new() {
    last.note(value, "A#m()");

    assertThat(last.note(value, "B#m()")).isTrue();
    assertThat(last.note(new Object(), "B#m()")).isTrue();
    assertThat(last.note(value, "B#m()")).isTrue();
  }

  @Test
  void a_target_that_is_read_makes_everything_new() {
    last.note(value, "A#m()");
    last.forgetAll();

    assertThat(last.note(value, "A#m()")).isTrue();
  }

  @Test
  void of_a_class_with_nothing_to_learn_everything_is_known_until_a_target_is_read() {
    last.ignore(Object.class);
    assertThat(last.note(value, "A#m()")).isFalse();
    assertThat(last.note(new Object(), "A#m()")).isFalse();

    last.forgetAll();
    assertThat(last.note(value, "A#m()")).isTrue();
  }
}
