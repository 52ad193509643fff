package dev.ssot.engine.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ssot.engine.place.Kind;
import dev.ssot.engine.place.Reason;
import dev.ssot.engine.snapshot.AgentSnapshot;
import dev.ssot.engine.snapshot.GroupSnapshot;
import dev.ssot.engine.snapshot.HeapSnapshot;
import dev.ssot.engine.snapshot.SiteSnapshot;
import dev.ssot.engine.snapshot.TargetSnapshot;
import java.util.List;
import java.util.Objects;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the views are tested with is what an agent could have taken. */
final class GoldenDataTest {
  private static final String SITUATIONS = "dev.ssot.engine.report.Situations#all";

  @ParameterizedTest(name = "{0}")
  @MethodSource(SITUATIONS)
  void totals_are_the_sums_over_the_sites(String name, AgentSnapshot snapshot) {
    for (TargetSnapshot target : snapshot.targets) {
      long live = sum(target, site -> site.live) + untracked(target.heap);

      assertThat(target.totals.constructions()).isEqualTo(sum(target, site -> site.constructions));
      assertThat(target.totals.redirects()).isEqualTo(sum(target, site -> site.redirects));
      assertThat(target.totals.live()).isEqualTo(live);
      assertThat(target.totals.duplicates()).isEqualTo(live == 0 ? 0 : live - 1);
      assertThat(target.files).isEqualTo(files(target.sites.stream()));
      assertThat(target.guarded)
          .isEqualTo(target.guardedBy.values().stream().mapToLong(Long::longValue).sum());
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource(SITUATIONS)
  void groups_hold_the_sites_that_name_them(String name, AgentSnapshot snapshot) {
    for (TargetSnapshot target : snapshot.targets) {
      for (GroupSnapshot group : target.groups) {
        List<SiteSnapshot> members =
            target.sites.stream()
                .filter(site -> !site.allowed && Objects.equals(site.group, group.name))
                .toList();

        assertThat(group.sites).isEqualTo(members.size());
        assertThat(group.files).isEqualTo(files(members.stream()));
        assertThat(group.redirectable)
            .isEqualTo((int) members.stream().filter(site -> site.redirectable).count());
        assertThat(members).extracting(site -> site.mode).containsOnly(group.mode);
      }
      assertThat(target.groups).isSortedAccordingTo((a, b) -> a.priority - b.priority);
      assertThat(target.callSites())
          .isEqualTo((int) target.sites.stream().filter(site -> !site.allowed).count());
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource(SITUATIONS)
  void no_site_contradicts_itself(String name, AgentSnapshot snapshot) {
    for (TargetSnapshot target : snapshot.targets) {
      for (SiteSnapshot site : target.sites) {
        String where = site.className + "." + site.method;

        assertThat(site.live).as(where).isLessThanOrEqualTo(site.constructions);
        assertThat(site.constructions + site.redirects).as(where).isPositive();
        assertThat(site.firstSeen == null).as(where).isEqualTo(site.constructions == 0);
        assertThat(site.lastSeen).as(where).isBeforeOrEqualTo(snapshot.at);
        assertThat(site.stacks.size()).as(where).isLessThanOrEqualTo((int) site.constructions);
        assertThat(site.redirectable).as(where).isEqualTo(site.reason == null);
        assertThat(site.allowed)
            .as(where)
            .isEqualTo(site.reason == Reason.INSIDE_TARGET || site.reason == Reason.ALLOWED);
        assertThat(site.kind == Kind.UNATTRIBUTED)
            .as(where)
            .isEqualTo(site.reason == Reason.UNATTRIBUTED);
        assertThat(site.argumentsIgnored && !site.redirectable).as(where).isFalse();
        assertThat(site.redirects > 0 && !site.mode.redirects()).as(where).isFalse();
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource(SITUATIONS)
  void what_is_not_known_is_not_claimed(String name, AgentSnapshot snapshot) {
    boolean late = snapshot.attached.equals("agentmain");
    for (TargetSnapshot target : snapshot.targets) {
      assertThat(target.exact).isEqualTo(isComparable(target.heap) || (!late && known(target)));
      assertThat(target.beforeAttach).isEqualTo(late ? untracked(target.heap) : 0);
      assertThat(target.canonical.resolved).isEqualTo(target.canonical.identity != null);
      if (target.canonical.description == null) {
        assertThat(target.sites).noneMatch(site -> site.redirectable);
      }
    }
  }

  private static long sum(TargetSnapshot target, ToLongFunction<SiteSnapshot> figure) {
    return target.sites.stream().mapToLong(figure).sum();
  }

  /** A file has its outermost class's name here, and a class without debug information too. */
  private static int files(Stream<SiteSnapshot> sites) {
    return (int)
        sites
            .filter(site -> !site.allowed)
            .map(site -> site.className.split("\\$", 2)[0])
            .distinct()
            .count();
  }

  private static boolean known(TargetSnapshot target) {
    return target.heap == null && target.totals.live() < 10_000;
  }

  private static long untracked(HeapSnapshot heap) {
    return isComparable(heap) ? Math.max(0, heap.difference) : 0;
  }

  private static boolean isComparable(HeapSnapshot heap) {
    return heap != null && heap.loaders == 1 && heap.meanwhile == 0;
  }
}
