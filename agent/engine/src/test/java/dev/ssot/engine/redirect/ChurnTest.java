package dev.ssot.engine.redirect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ssot.bootstrap.options.Mode;
import dev.ssot.engine.ledger.Rates;
import dev.ssot.engine.ledger.Site;
import dev.ssot.engine.policy.ModeScope;
import dev.ssot.engine.redirect.RedirectsTest.Single;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Which call sites add to the churn of their target. */
@Timeout(60)
final class ChurnTest {
  private static final int MINUTELY = 300;

  @Test
  void a_call_site_that_is_to_be_fixed_adds_what_it_constructs() {
    Scene scene = Scene.of(Single.class, "mode=observe");

    assertThat(churn(scene, "com.acme.Stray")).isEqualTo(MINUTELY);
  }

  @Test
  void who_may_construct_adds_nothing() {
    Scene scene = Scene.of(Single.class, "allow=com.acme.Factory,mode=observe");

    assertThat(churn(scene, "com.acme.Factory")).isZero();
    assertThat(churn(scene, Single.class.getName())).isZero();
    assertThat(churn(scene, Single.class.getName() + "$Builder")).isZero();
  }

  @Test
  void what_a_call_site_constructed_before_it_was_redirected_counts_no_more() {
    Scene scene = Scene.of(Single.class, "mode=dry-run");
    Site stray = constructing(scene, "com.acme.Stray");
    Site passing = constructing(scene, "com.acme.Configured");
    passing.noteArguments();
    assertThat(scene.redirects.churn(stray)).isEqualTo(MINUTELY);

    scene.modes.set(ModeScope.ALL, Mode.ENFORCE, "test");

    assertThat(scene.redirects.churn(stray)).isZero();
    assertThat(scene.redirects.churn(passing)).as("is not redirected").isEqualTo(MINUTELY);
  }

  private static double churn(Scene scene, String caller) {
    return scene.redirects.churn(constructing(scene, caller));
  }

  private static Site constructing(Scene scene, String caller) {
    Site site = scene.site(caller);
    Rates.ofAMinute(site, MINUTELY);
    return site;
  }
}
