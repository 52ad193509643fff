package dev.ssot.engine.place;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ConstructorLinesTest {
  private final ConstructorLines lines = new ConstructorLines();

  @Test
  void a_class_that_was_not_read_tells_nothing() {
    assertThat(lines.areAlike()).isFalse();
    assertThat(lines.tell(-1)).isFalse();
    assertThat(lines.tell(7)).isFalse();
  }

  @Test
  void constructors_that_are_alike_need_no_line() {
    lines.add(true);
    lines.add(true);

    assertThat(lines.areAlike()).isTrue();
    assertThat(lines.tell(-1)).isTrue();
    assertThat(lines.hasArguments(-1)).isTrue();
  }

  @Test
  void the_only_constructor_may_have_no_parameters() {
    lines.add(false);

    assertThat(lines.tell(-1)).isTrue();
    assertThat(lines.hasArguments(-1)).isFalse();
  }

  @Test
  void a_line_tells_constructors_apart_unless_they_share_it() {
    lines.add(false);
    lines.add(true);
    lines.addLine(3, false);
    lines.addLine(4, false);
    lines.addLine(4, true);
    lines.addLine(5, true);

    assertThat(lines.tell(3)).isTrue();
    assertThat(lines.hasArguments(3)).isFalse();
    assertThat(lines.tell(4)).isFalse();
    assertThat(lines.tell(5)).isTrue();
    assertThat(lines.hasArguments(5)).isTrue();
    assertThat(lines.tell(-1)).isFalse();
    assertThat(lines.tell(6)).isFalse();
  }
}
