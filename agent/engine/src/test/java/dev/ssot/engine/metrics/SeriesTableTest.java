package dev.ssot.engine.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class SeriesTableTest {
  private final SeriesTable table = new SeriesTable();

  @Test
  void targets_beyond_the_bound_are_one_called_other() {
    for (int i = 0; i < 300; i++) {
      table.add(SsotMeter.INSTANCES, 1, "com.acme.C" + i);
    }
    table.publish();

    List<SeriesChange> all = table.changesFrom(0);
    assertThat(all).hasSize(SeriesTable.TARGETS + 1);
    assertThat(all.get(SeriesTable.TARGETS).series.getAsDouble()).isEqualTo(100);
    assertThat((String[]) all.get(SeriesTable.TARGETS).row()[3]).containsExactly("target", "other");
  }

  @Test
  void series_beyond_the_bound_are_one_a_meter() {
    for (int group = 0; group < 2_000; group++) {
      table.add(SsotMeter.REDIRECTS, 1, "com.acme.C", "group " + group);
    }
    table.add(SsotMeter.INSTANCES, 1, "com.acme.C");
    table.publish();

    assertThat(table.changesFrom(0)).hasSize(SeriesTable.SERIES + 2);
  }

  @Test
  void a_counter_never_falls_and_a_gauge_does() {
    table.add(SsotMeter.REDIRECTS, 5, "com.acme.C", "none");
    table.add(SsotMeter.INSTANCES, 5, "com.acme.C");
    table.publish();
    table.add(SsotMeter.REDIRECTS, 3, "com.acme.C", "none");
    table.publish();

    assertThat(table.changesFrom(0).get(0).series.getAsDouble()).isEqualTo(5);
    assertThat(table.changesFrom(0).get(1).series.getAsDouble()).isZero();
  }

  @Test
  void a_state_that_is_left_is_over_and_comes_back() {
    for (String mode : List.of("observe", "off", "off", "observe")) {
      table.add(SsotMeter.AGENT_INFO, 1, "1.2.3", mode);
      table.publish();
    }

    assertThat(table.changesFrom(0).stream().map(SeriesTableTest::told).toList())
        .containsExactly("observe", "not observe", "off", "observe", "not off");
  }

  @Test
  void a_gauge_that_falls_to_0_is_not_over() {
    table.add(SsotMeter.INSTANCES, 1, "com.acme.C");
    table.publish();
    table.publish();

    assertThat(table.changesFrom(1)).isEmpty();
  }

  private static String told(SeriesChange change) {
    return (change.isOver ? "not " : "") + ((String[]) change.row()[3])[3];
  }
}
