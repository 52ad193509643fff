package dev.ssot.engine.report.wording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ssot.engine.detect.snapshot.SiteSnapshot;
import dev.ssot.engine.detect.snapshot.TargetSnapshot;
import dev.ssot.engine.report.Snapshots;
import org.junit.jupiter.api.Test;

final class HeadlineTest {
  @Test
  void the_first_construction_is_no_finding_once_others_got_its_instance() {
    assertThat(sentence(firstOf(1), 11))
        .isEqualTo(
            "no duplicate: 11 constructions from 1 call site in 1 file got the one instance");
    assertThat(sentence(firstOf(1), 0))
        .isEqualTo("no duplicate alive now, but 1 construction from 1 call site in 1 file");
  }

  @Test
  void others_that_are_gone_stay_a_finding() {
    assertThat(sentence(firstOf(3), 11))
        .isEqualTo("no duplicate alive now, but 3 constructions from 1 call site in 1 file");
  }

  private static String sentence(TargetSnapshot target, long redirects) {
    target.redirects = redirects;
    return new Headline(target).sentence();
  }

  /** One site, whose first construction is the instance that everyone gets. */
  private static TargetSnapshot firstOf(long constructions) {
    TargetSnapshot target = Snapshots.oneSite().targets.get(0);
    SiteSnapshot site = target.sites.get(0);
    site.constructions = constructions;
    target.duplicates = 0;
    target.canonical.source = "first";
    target.canonical.description = null;
    target.canonical.resolved = true;
    target.canonical.birthSite = site.file + ":" + site.line;
    return target;
  }
}
