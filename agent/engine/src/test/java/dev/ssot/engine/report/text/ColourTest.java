package dev.ssot.engine.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ColourTest {
  @Test
  void a_terminal_gets_colours() {
    assertThat(Colour.decide(true, null, "xterm-256color")).isTrue();
    assertThat(Colour.decide(true, null, null)).isTrue();
  }

  @Test
  void a_pipe_does_not() {
    assertThat(Colour.decide(false, null, "xterm-256color")).isFalse();
  }

  @Test
  void no_color_turns_them_off_unless_it_is_empty() {
    assertThat(Colour.decide(true, "1", "xterm")).isFalse();
    assertThat(Colour.decide(true, "", "xterm")).isTrue();
  }

  @Test
  void a_dumb_terminal_has_none() {
    assertThat(Colour.decide(true, null, "dumb")).isFalse();
  }
}
