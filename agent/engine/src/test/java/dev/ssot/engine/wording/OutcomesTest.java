package dev.ssot.engine.wording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ssot.engine.snapshot.SiteSnapshot;
import dev.ssot.engine.snapshot.TargetSnapshot;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class OutcomesTest {
  private final TargetSnapshot target = new TargetSnapshot();

  OutcomesTest() {
    target.sites = new ArrayList<>();
  }

  @Test
  void failures_and_refusals_are_said_with_their_call_sites() {
    site().failed = 11;
    site().failed = 1;
    site().refusals = 1;

    assertThat(new Outcomes(target).afterHeadline())
        .isEqualTo(
            "; 12 constructions failed at 2 call sites; 1 construction was refused at 1 call site");
  }

  @Test
  void the_rates_of_all_call_sites_together_are_churn() {
    churn(site(), 5);
    assertThat(new Outcomes(target).afterHeadline()).isEmpty();

    churn(site(), 5.4);
    assertThat(new Outcomes(target).afterHeadline())
        .isEqualTo("; 10 constructions per minute from 2 call sites");
  }

  @Test
  void what_allowed_call_sites_could_not_make_is_left_out() {
    SiteSnapshot allowed = site();
    allowed.failed = 3;
    allowed.refusals = 3;
    allowed.perMinute = 300;
    allowed.allowed = true;

    assertThat(new Outcomes(target).afterHeadline()).isEmpty();
  }

  private void churn(SiteSnapshot site, double perMinute) {
    site.churn = perMinute;
    target.totals.addChurn(perMinute);
  }

  private SiteSnapshot site() {
    SiteSnapshot site = new SiteSnapshot();
    target.sites.add(site);
    return site;
  }
}
