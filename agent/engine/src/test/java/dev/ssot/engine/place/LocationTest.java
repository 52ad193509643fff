package dev.ssot.engine.place;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class LocationTest {
  @Test
  void two_constructions_on_a_line_are_one_call_site() {
    assertThat(woven(0, 41, Kind.NEW)).isEqualTo(woven(1, 41, Kind.NEW));
    assertThat(woven(0, 41, Kind.NEW)).hasSameHashCodeAs(woven(1, 41, Kind.NEW));
    assertThat(woven(0, 41, Kind.NEW)).isNotEqualTo(woven(0, 42, Kind.NEW));
    assertThat(woven(0, 41, Kind.NEW)).isNotEqualTo(woven(0, 41, Kind.METHOD_REFERENCE));
  }

  @Test
  void without_lines_the_ordinal_tells_them_apart() {
    assertThat(woven(0, -1, Kind.NEW)).isNotEqualTo(woven(1, -1, Kind.NEW));
    assertThat(woven(0, -1, Kind.NEW)).isEqualTo(woven(0, -1, Kind.NEW));
  }

  @Test
  void it_reads_like_a_frame_of_a_stack() {
    assertThat(woven(0, 41, Kind.NEW)).hasToString("com.acme.Caller.open(Caller.java:41)");
    assertThat(Location.woven("com.acme.Caller", "open", "()V", 0, "", -1, Kind.NEW))
        .hasToString("com.acme.Caller.open(Unknown Source)");
  }

  private static Location woven(int ordinal, int line, Kind kind) {
    return Location.woven("com.acme.Caller", "open", "()V", ordinal, "Caller.java", line, kind);
  }
}
