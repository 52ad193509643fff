package dev.ssot.engine.place;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** One fact, for the report and for whoever reads a stack. */
final class NotWovenPlacesTest {
  private static final String TARGET = "com.acme.RedisManager";

  private final NotWovenPlaces places = new NotWovenPlaces();

  @Test
  void the_report_has_the_line_of_the_new_and_the_stack_that_of_the_call() {
    places.add("1", place("com.acme.Chat", 40, 42, Kind.NEW));

    assertThat(places.of(TARGET)).singleElement().extracting(each -> each.line).isEqualTo(40);
    assertThat(places.of("com.acme.Other")).isEmpty();
    assertThat(places.kindAt(frame("com.acme.Chat", 42))).isEqualTo(Kind.NEW);
    assertThat(places.kindAt(frame("com.acme.Chat", 40))).isNull();
    assertThat(places.reasonAt(Location.frame(frame("com.acme.Chat", 42), Kind.NEW)))
        .isEqualTo(Reason.UNKNOWN_FORM);
  }

  @Test
  void a_class_that_is_woven_again_is_listed_once() {
    places.add("1", place("com.acme.Chat", 40, 42, Kind.NEW));
    places.add("1", place("com.acme.Chat", 40, 42, Kind.NEW));

    assertThat(places.of(TARGET)).hasSize(1);
  }

  /**
   * What it calls constructs, and not its line: a {@code new} there is one, woven or by a handle.
   */
  @Test
  void a_call_is_listed_and_constructs_nothing() {
    places.add("1", place("com.acme.Chat", 40, 40, Kind.FACTORY));
    Location line = Location.frame(frame("com.acme.Chat", 40), Kind.NEW);

    assertThat(places.of(TARGET)).hasSize(1);
    assertThat(places.kindAt(frame("com.acme.Chat", 40))).isNull();
    assertThat(places.reasonAt(line)).isNull();
    assertThat(places.reasonOfCallAt(TARGET, line)).isEqualTo(Reason.UNKNOWN_FORM);
    assertThat(places.reasonOfCallAt("com.acme.Other", line)).isNull();
  }

  @Test
  void a_constructor_is_listed_and_is_no_call_site() {
    places.add("1", place(TARGET, 7, 7, null));

    assertThat(places.of(TARGET)).hasSize(1);
    assertThat(places.kindAt(frame(TARGET, 7))).isNull();
  }

  @Test
  void whoever_calls_from_a_class_that_was_not_woven_at_all_is_unattributed() {
    places.add("com.acme.Odd", Reason.WEAVING_FAILED);

    assertThat(places.kindAt(frame("com.acme.Odd", 1))).isEqualTo(Kind.UNATTRIBUTED);
    assertThat(places.reasonOf("com.acme.Odd")).isEqualTo(Reason.WEAVING_FAILED);
    assertThat(places.reasonOf("com.acme.Chat")).isNull();
  }

  @Test
  void it_says_when_it_is_full_and_goes_on_with_what_it_knows() {
    for (int i = 0; i < NotWovenPlaces.BOUND; i++) {
      assertThat(places.add("" + i, place("com.acme.Chat", i, i, Kind.NEW))).isTrue();
    }

    assertThat(places.add("more", place("com.acme.More", 1, 1, Kind.NEW))).isFalse();
    assertThat(places.kindAt(frame("com.acme.More", 1))).isNull();
    assertThat(places.add("7", place("com.acme.Chat", 7, 7, Kind.NEW))).isTrue();
    assertThat(places.of(TARGET)).hasSize(NotWovenPlaces.BOUND);
  }

  private static NotWovenPlace place(String className, int line, int callLine, Kind kind) {
    return new NotWovenPlace(TARGET, className, "open", line, callLine, kind, Reason.UNKNOWN_FORM);
  }

  private static StackTraceElement frame(String className, int line) {
    return new StackTraceElement(className, "open", "X.java", line);
  }
}
