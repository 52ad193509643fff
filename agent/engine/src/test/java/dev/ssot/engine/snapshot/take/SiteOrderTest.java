package dev.ssot.engine.snapshot.take;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ssot.bootstrap.options.GroupOption;
import dev.ssot.bootstrap.options.Options;
import dev.ssot.engine.place.Kind;
import dev.ssot.engine.snapshot.SiteSnapshot;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What someone should fix first comes first. */
final class SiteOrderTest {
  private final SiteOrder order = new SiteOrder(groups("P1", "P2"));

  @Test
  void the_priority_of_the_group_counts_before_the_number_of_constructions() {
    SiteSnapshot first = site("P1", 1, "A", 1, "a", Kind.NEW);
    SiteSnapshot second = site("P2", 1_000, "A", 1, "a", Kind.NEW);
    SiteSnapshot last = site(null, 1_000_000, "A", 1, "a", Kind.NEW);

    assertThat(sorted(last, second, first)).containsExactly(first, second, last);
  }

  @Test
  void within_a_group_who_constructs_more_comes_first() {
    SiteSnapshot more = site("P1", 2_000_000_000_000L, "B", 9, "b", Kind.REFLECTION);
    SiteSnapshot less = site("P1", 3, "A", 1, "a", Kind.NEW);

    assertThat(sorted(less, more)).containsExactly(more, less);
  }

  @Test
  void alike_in_both_they_stand_as_in_the_source() {
    List<SiteSnapshot> expected =
        List.of(
            site("P1", 3, "A", 1, "a", Kind.NEW),
            site("P1", 3, "A", 2, "a", Kind.NEW),
            site("P1", 3, "A", 10, "a", Kind.NEW),
            site("P1", 3, "A", 10, "b", Kind.NEW),
            site("P1", 3, "A", 10, "b", Kind.REFLECTION),
            site("P1", 3, "B", 1, "a", Kind.NEW));
    List<SiteSnapshot> shuffled = new ArrayList<>(expected);
    Collections.reverse(shuffled);

    assertThat(sorted(shuffled.toArray(SiteSnapshot[]::new))).isEqualTo(expected);
  }

  static List<GroupOption> groups(String... names) {
    try {
      List<Map<String, Object>> groups =
          Stream.of(names)
              .map(name -> Map.<String, Object>of("name", name, "sites", List.of("com.acme.*")))
              .toList();
      return Options.read("config=file", Map.of(), Map.of(), path -> Map.of("groups", groups))
          .groups();
    } catch (Exception invalid) {
      throw new AssertionError(invalid);
    }
  }

  private List<SiteSnapshot> sorted(SiteSnapshot... sites) {
    return Stream.of(sites).sorted(order).toList();
  }

  private static SiteSnapshot site(
      String group, long constructions, String className, int line, String method, Kind kind) {
    SiteSnapshot site = new SiteSnapshot();
    site.group = group;
    site.constructions = constructions;
    site.className = className;
    site.line = line;
    site.method = method;
    site.kind = kind;
    return site;
  }
}
