package dev.ssot.engine.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

final class PrintableTest {
  @Test
  void what_could_change_the_terminal_is_shown_as_in_java_source() {
    assertThat(Printable.escape("a\u001b[2Jb\nc\u0007")).isEqualTo("a\\u001B[2Jb\\u000Ac\\u0007");
    assertThat(Printable.escape("\u202e\u2028\u200b")).isEqualTo("\\u202E\\u2028\\u200B");
    assertThat(Printable.escape("a\ud800")).isEqualTo("a\\uD800");
  }

  @Test
  void letters_of_all_scripts_stay() {
    assertThat(Printable.escape("Ünïcode 類 𝒳")).isEqualTo("Ünïcode 類 𝒳");
  }

  @Test
  void escaping_twice_changes_nothing() {
    String once = Printable.escape("a\tb");

    assertThat(Printable.escape(once)).isEqualTo(once);
  }

  @Test
  void text_is_shortened_from_the_left_and_fills_the_width() {
    assertThat(Printable.keepEnd("abcdefghij", 10)).isEqualTo("abcdefghij");
    assertThat(Printable.keepEnd("abcdefghij", 4)).isEqualTo("abcdefghij");
  }

  @Test
  void a_package_is_not_cut_in_two_where_a_dot_is_near() {
    assertThat(Printable.keepEnd("com.acme.chat.ws.Socket.open", 20))
        .isEqualTo("…chat.ws.Socket.open");
  }

  @Test
  void a_pair_of_surrogates_is_not_torn() {
    assertThat(Printable.keepEnd("a.b𝒳c.def", 5)).isEqualTo("…def");
  }

  @Test
  void numbers_are_grouped_as_a_formatter_does_it() {
    for (long number :
        new long[] {0, 7, 999, 1_000, 12_345, 999_999, 1_000_000, -1, -999, -1_000, -12_345_678}) {
      assertThat(Printable.number(number)).isEqualTo(String.format(Locale.ROOT, "%,d", number));
    }
    assertThat(Printable.number(Long.MIN_VALUE)).isEqualTo("-9,223,372,036,854,775,808");
  }

  @Test
  void numbers_are_grouped_and_words_agree() {
    assertThat(Printable.count(0, "file")).isEqualTo("no files");
    assertThat(Printable.count(1, "file")).isEqualTo("1 file");
    assertThat(Printable.count(1200, "file")).isEqualTo("1,200 files");
  }
}
