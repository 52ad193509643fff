package dev.ssot.engine.wording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ssot.engine.report.Snapshots;
import dev.ssot.engine.snapshot.AgentSnapshot;
import dev.ssot.engine.snapshot.SiteSnapshot;
import dev.ssot.engine.snapshot.TargetSnapshot;
import java.util.List;
import org.junit.jupiter.api.Test;

final class HeadlineTest {
  @Test
  void the_first_construction_is_no_finding_once_others_got_its_instance() {
    assertThat(sentence(firstOf(1), 11))
        .isEqualTo(
            "no duplicates: 11 constructions from 1 call site in 1 file got the one instance");
    assertThat(sentence(firstOf(1), 0))
        .isEqualTo("no duplicates alive now, but 1 construction from 1 call site in 1 file");
  }

  @Test
  void others_that_are_gone_stay_a_finding() {
    assertThat(sentence(firstOf(3), 11))
        .isEqualTo("no duplicates alive now, but 3 constructions from 1 call site in 1 file");
  }

  private static String sentence(AgentSnapshot snapshot, long redirects) {
    TargetSnapshot target = snapshot.targets.get(0);
    target.sites.get(0).redirects = redirects;
    Snapshots.summed(snapshot);
    return new Headline(target).sentence();
  }

  /** One site, whose first construction is the one instance, alive or the first of several. */
  private static AgentSnapshot firstOf(long constructions) {
    AgentSnapshot snapshot = Snapshots.oneSite();
    TargetSnapshot target = snapshot.targets.get(0);
    SiteSnapshot site = target.sites.get(0);
    site.constructions = constructions;
    site.live = 1;
    target.sites = List.of(site);
    target.canonical.source = "first";
    target.canonical.description = null;
    target.canonical.birthSite = site.file + ":" + site.line;
    return snapshot;
  }
}
