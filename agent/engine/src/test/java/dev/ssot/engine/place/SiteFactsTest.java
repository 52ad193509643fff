package dev.ssot.engine.place;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class SiteFactsTest {
  private final SiteFacts facts = new SiteFacts("open", "()V", 2, "ChatSocket.java", 41, 42);

  @Test
  void they_stand_behind_the_other_arguments_in_the_order_of_the_contract() {
    assertThat(facts.behind("constructor"))
        .containsExactly("constructor", "open", "()V", 2, "ChatSocket.java", 41, 42);
  }

  @Test
  void what_was_written_is_read() {
    SiteFacts read = SiteFacts.in(facts.behind("a", "b", "c"));

    assertThat(read.callLine()).isEqualTo(42);
    assertThat(read.location("com.acme.ChatSocket", Kind.NEW))
        .isEqualTo(
            Location.woven(
                "com.acme.ChatSocket", "open", "()V", 2, "ChatSocket.java", 41, Kind.NEW))
        .hasToString("com.acme.ChatSocket.open(ChatSocket.java:41)");
  }

  @Test
  void without_a_line_the_ordinal_tells_two_places_apart() {
    assertThat(nameless(0)).isEqualTo(nameless(0)).isNotEqualTo(nameless(1));
    assertThat(nameless(0).file).isNull();
  }

  private static Location nameless(int ordinal) {
    Object[] written = new SiteFacts("open", "()V", ordinal, "", -1, -1).behind();
    return SiteFacts.in(written).location("com.acme.ChatSocket", Kind.NEW);
  }
}
