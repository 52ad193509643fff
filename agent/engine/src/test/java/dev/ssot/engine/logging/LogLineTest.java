package dev.ssot.engine.logging;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LogLineTest {
  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r", "\f", "\u000b", "\u0085", "\u2028", "\u2029"})
  void each_line_has_the_margin_whatever_ends_it(String lineBreak) {
    assertThat(text("one" + lineBreak + "two")).isEqualTo(lines("> head one", "> two"));
    assertThat(text("one" + lineBreak)).isEqualTo(lines("> head one", "> "));
    assertThat(text(lineBreak + lineBreak + "two")).isEqualTo(lines("> head ", "> ", "> two"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "one", "a\tb", "類"})
  void what_has_no_line_break_is_one_line(String message) {
    assertThat(text(message)).isEqualTo(lines("> head " + message));
  }

  private static String text(String message) {
    return new LogLine("WARN", "test", message, null).text("> ", "head ");
  }

  private static String lines(String... lines) {
    return String.join(System.lineSeparator(), lines) + System.lineSeparator();
  }
}
