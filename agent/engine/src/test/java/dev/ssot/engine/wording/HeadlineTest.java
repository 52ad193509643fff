package dev.ssot.engine.wording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ssot.bootstrap.options.Mode;
import dev.ssot.engine.place.Reason;
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
        .isEqualTo("no duplicates: 1 call site was redirected, 11 times so far");
    assertThat(sentence(firstOf(1), 0))
        .isEqualTo("no duplicates so far: only the canonical instance was constructed");
  }

  @Test
  void sites_that_are_redirected_are_told_from_those_that_made_duplicates() {
    AgentSnapshot snapshot = Snapshots.incident();
    TargetSnapshot target = snapshot.targets.get(0);
    for (SiteSnapshot site : target.sites.subList(0, 8)) {
      site.constructions = 0;
      site.live = 0;
      site.redirects = 5;
      site.mode = Mode.ENFORCE;
    }
    Snapshots.summed(snapshot);

    assertThat(new Headline(target).sentence())
        .isEqualTo("39 duplicates from 39 call sites in 39 files; 8 more are redirected");

    target.sites.get(0).mode = Mode.OBSERVE;
    assertThat(new Headline(target).sentence()).endsWith("; 8 more were redirected");
  }

  @Test
  void what_made_the_instance_of_its_arguments_is_no_duplicate() {
    AgentSnapshot snapshot = firstOf(2);
    TargetSnapshot target = snapshot.targets.get(0);
    target.sites.get(0).canonicals = 2;
    target.sites.get(0).live = 2;
    target.sites.get(0).redirects = 3;
    target.sites.get(0).mode = Mode.ENFORCE;
    Snapshots.summed(snapshot);
    target.totals.setCanonicals(2);

    assertThat(new Headline(target).sentence())
        .isEqualTo("no duplicates: 1 call site is redirected, 3 times so far");
  }

  @Test
  void others_that_are_gone_stay_a_finding() {
    assertThat(sentence(firstOf(3), 11))
        .isEqualTo("no duplicates alive now, but 2 constructions from 1 call site in 1 file");
  }

  @Test
  void what_allowed_call_sites_made_is_not_put_down_to_others() {
    AgentSnapshot snapshot = firstOf(2);
    TargetSnapshot target = snapshot.targets.get(0);
    target.sites.get(0).live = 2;
    SiteSnapshot factory = new SiteSnapshot();
    factory.constructions = 51;
    factory.live = 51;
    factory.allowed = true;
    factory.reason = Reason.ALLOWED;
    factory.mode = Mode.OBSERVE;
    target.sites = List.of(target.sites.get(0), factory);

    assertThat(sentence(snapshot, 0))
        .isEqualTo("52 duplicates: 1 from 1 call site in 1 file, 51 from allowed call sites");
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
    site.canonicals = 1;
    target.sites = List.of(site);
    target.canonical.source = "first";
    target.canonical.description = null;
    target.canonical.birthSite = site.file + ":" + site.line;
    return snapshot;
  }
}
