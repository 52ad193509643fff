package dev.ssot.engine.redirect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.ssot.bootstrap.options.Mode;
import dev.ssot.engine.ledger.CanonicalMakers;
import dev.ssot.engine.ledger.Site;
import dev.ssot.engine.ledger.Totals;
import dev.ssot.engine.place.Kind;
import dev.ssot.engine.place.Location;
import dev.ssot.engine.place.NotWovenPlace;
import dev.ssot.engine.place.Passed;
import dev.ssot.engine.place.Reason;
import dev.ssot.engine.policy.ModeScope;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
final class RedirectsTest {
  private static final String NONE = "com.acme.Nobody";

  @ParameterizedTest
  @CsvSource({
    "OFF, CONSTRUCT, CONSTRUCT, CONSTRUCT",
    "OBSERVE, COUNT, COUNT, COUNT",
    "DRY_RUN, COUNT, COUNT, COUNT",
    "ENFORCE, REDIRECT, COUNT, COUNT",
    "FAIL, REFUSE, COUNT, COUNT"
  })
  void the_mode_and_the_place_tell_what_a_site_does(
      Mode mode, SiteAction stray, SiteAction allowed, SiteAction inside) {
    Scene scene = Scene.of(Single.class, "allow=com.acme.Factory,mode=" + mode);

    assertThat(action(scene, "com.acme.Stray")).isEqualTo(stray);
    assertThat(action(scene, "com.acme.Factory")).isEqualTo(allowed);
    assertThat(action(scene, Single.class.getName() + "$Builder")).isEqualTo(inside);
  }

  @Test
  void what_observe_calls_redirectable_does_not_depend_on_the_mode() {
    for (Mode mode : Mode.values()) {
      Scene scene = Scene.of(Single.class, "allow=com.acme.Factory,mode=" + mode);
      Site withArguments = scene.site("com.acme.Configured");
      withArguments.noteArguments();

      assertThat(reason(scene, scene.site("com.acme.Stray"))).isNull();
      assertThat(reason(scene, withArguments)).isEqualTo(Reason.ARGUMENTS);
      assertThat(reason(scene, scene.site("com.acme.Factory"))).isEqualTo(Reason.ALLOWED);
      assertThat(reason(scene, scene.site(Single.class.getName()))).isEqualTo(Reason.INSIDE_TARGET);
      assertThat(reason(scene, old(scene))).isEqualTo(Reason.CLASS_FILE_TOO_OLD);
      assertThat(reason(scene, unwoven(scene, Kind.UNATTRIBUTED))).isEqualTo(Reason.UNATTRIBUTED);
    }
  }

  @Test
  void a_target_without_an_instance_of_its_own_is_left_alone_unless_the_first_will_do() {
    assertThat(reasonOf(Plain.class, "canonical=auto")).isEqualTo(Reason.CANONICAL_UNKNOWN);
    assertThat(reasonOf(Plain.class, "canonical=first")).isNull();
    Scene named = Scene.of(Plain.class, "canonical=" + NONE + "#get()");
    Site stray = named.site("com.acme.Stray");
    assertThat(reason(named, stray)).isEqualTo(Reason.CANONICAL_UNCHECKED);
    named.canonicals.tick();
    assertThat(reason(named, stray)).isNull();
    assertThat(reasonOf(Single.class, "canonical=auto")).isNull();
  }

  @Test
  void each_construction_without_an_instance_to_share_is_a_failure() {
    Scene scene = Scene.of(Plain.class, "mode=enforce");
    Site stray = scene.site("com.acme.Stray");

    for (int i = 0; i < 3; i++) {
      assertThat(scene.call(stray, Plain::new)).isInstanceOf(Plain.class);
    }

    assertThat(stray.redirects()).isZero();
    assertThat(scene.target.failures()).isEqualTo(Map.of(Reason.CANONICAL_UNKNOWN, 3L));
    assertThat(reason(scene, stray)).isEqualTo(Reason.CANONICAL_UNKNOWN);
  }

  @Test
  void a_site_that_made_the_first_instance_alone_is_none_to_fix() {
    Scene scene = Scene.of(Plain.class, "mode=enforce,canonical=first");
    Site first = scene.site("com.acme.First");
    Site second = scene.site("com.acme.Second");
    Object made = scene.call(first, Plain::new);

    assertThat(scene.call(second, Plain::new)).isSameAs(made);
    assertThat(CanonicalMakers.of(scene.target).isNothingElse(first)).isTrue();
    assertThat(CanonicalMakers.of(scene.target).isNothingElse(second)).isFalse();

    assertThat(scene.call(first, Plain::new)).isSameAs(made);
    assertThat(CanonicalMakers.of(scene.target).isNothingElse(first)).isFalse();
  }

  @Test
  void the_instance_in_the_target_s_field_is_the_answer() {
    Scene scene = Scene.of(Single.class, "mode=enforce");
    Site stray = scene.site("com.acme.Stray");

    assertThat(scene.call(stray, Single::new)).isSameAs(Single.INSTANCE);

    assertThat(stray.redirects()).isEqualTo(1);
    assertThat(stray.constructions()).isZero();
    assertThat(scene.target.failures()).isEmpty();
  }

  @Test
  void while_the_agent_is_about_to_leave_nothing_is_handed_out_and_that_is_no_failure() {
    Scene scene = Scene.of(Single.class, "mode=enforce");
    Site site = scene.site("com.acme.App");
    scene.rules.guard.close();

    assertThat(scene.call(site, Single::new)).isNotSameAs(Single.INSTANCE);
    assertThat(site.redirects()).isZero();
    assertThat(scene.target.failures()).isEmpty();

    scene.rules.guard.open();
    assertThat(scene.call(site, Single::new)).isSameAs(Single.INSTANCE);
  }

  /** A former owner could close it and nobody would notice. */
  @Test
  void nothing_is_shared_as_long_as_a_superclass_does_not_ask_the_guard() {
    Scene scene = Scene.of(Single.class, "mode=enforce");
    Site site = scene.site("com.acme.App");
    scene.rules.guarded = false;

    assertThat(scene.call(site, Single::new)).isNotSameAs(Single.INSTANCE);
    assertThat(site.redirects()).isZero();
    assertThat(scene.target.failures()).containsEntry(Reason.CANONICAL_NOT_GUARDED, 1L);

    scene.rules.guarded = true;
    assertThat(scene.call(site, Single::new)).isSameAs(Single.INSTANCE);
    assertThat(site.redirects()).isOne();
  }

  @Test
  void arguments_do_not_matter_if_they_are_to_be_ignored() {
    Scene scene = Scene.of(Single.class, "mode=enforce,arguments=ignore");
    Site site = passing(scene, "com.acme.Stray");

    assertThat(scene.call(site, Single::new, "localhost", new Object())).isSameAs(Single.INSTANCE);
  }

  @Test
  void of_two_calls_on_one_line_each_is_answered_by_its_own_arguments() {
    for (String arguments : new String[] {"keep", "key"}) {
      Scene scene = Scene.of(Single.class, "mode=enforce,arguments=" + arguments);
      Site line = passing(scene, "com.acme.Stray");

      assertThat(scene.call(line, Single::new)).isSameAs(Single.INSTANCE);
      assertThat(scene.call(line, Single::new, "localhost")).isNotSameAs(Single.INSTANCE);
    }
  }

  @Test
  void equal_arguments_have_one_instance_and_others_another() {
    Scene scene = Scene.of(Plain.class, "mode=enforce,arguments=key");
    Site site = passing(scene, "com.acme.Stray");
    Site other = passing(scene, "com.acme.Other");

    Object local = scene.call(site, Plain::new, "localhost", 6379);

    assertThat(scene.call(other, Plain::new, "localhost", 6379)).isSameAs(local);
    assertThat(scene.call(other, Plain::new, "localhost", 6380)).isNotSameAs(local);
    assertThat(scene.call(site, Plain::new, "localhost", new Object())).isNotSameAs(local);
    assertThat(scene.target.failures()).containsExactly(entry(Reason.ARGUMENTS_NOT_PLAIN, 1L));
    assertThat(site.redirects()).isZero();
    assertThat(other.redirects()).isEqualTo(1);
  }

  @Test
  void what_a_declared_type_leaves_open_is_kept_and_said_beforehand() {
    Scene scene = Scene.of(Plain.class, "mode=enforce,canonical=first,arguments=key");
    Site plain = scene.site("com.acme.Stray");
    Redirects.noteArgument(plain, String.class);
    Site open = scene.site("com.acme.Open");
    Redirects.noteArgument(open, String.class);
    Redirects.noteArgument(open, Object.class);

    assertThat(reason(scene, plain)).isNull();
    assertThat(reason(scene, open)).isEqualTo(Reason.ARGUMENTS_NOT_PLAIN);
    assertThat(scene.redirects.action(open, Passed.VALUES)).isEqualTo(SiteAction.COUNT);
  }

  @Test
  void instances_of_different_arguments_are_no_duplicates_until_they_end() throws Throwable {
    Scene scene = Scene.of(Plain.class, "mode=enforce,arguments=key");
    Site site = scene.site("com.acme.Stray");
    Redirects.noteArgument(site, String.class);

    Object one = scene.call(site, Plain::new, "a");
    Object two = scene.call(site, Plain::new, "b");
    Object third = scene.site("com.acme.Other").countConstruction(new Plain());

    assertThat(scene.call(site, Plain::new, "a")).isSameAs(one);
    assertThat(scene.target.canonicals()).containsExactlyInAnyOrder(one, two);
    assertThat(scene.target.instances().countBySite(scene.target.canonicals()))
        .containsExactly(entry(site, 2));
    assertThat(Totals.of(scene.target).duplicates()).as("only %s", third).isEqualTo(1);

    scene.canonicals.end(two);

    assertThat(scene.target.canonicals()).containsExactly(one);
    assertThat(Totals.of(scene.target).duplicates()).isEqualTo(2);
  }

  @Test
  void a_password_that_the_constructor_clears_is_still_the_key() {
    Scene scene = Scene.of(Plain.class, "mode=enforce,arguments=key");
    Site site = passing(scene, "com.acme.Stray");
    char[] cleared = "secret".toCharArray();

    Object first =
        scene.call(
            site,
            () -> {
              Arrays.fill(cleared, '\0');
              return new Plain();
            },
            (Object) cleared);

    assertThat(scene.call(site, Plain::new, (Object) "secret".toCharArray())).isSameAs(first);
    assertThat(scene.call(site, Plain::new, (Object) new char[6])).isNotSameAs(first);
  }

  @Test
  void an_instance_of_another_class_loader_is_no_answer() {
    Scene scene = Scene.of(Plain.class, "mode=enforce,canonical=first");
    scene.call(scene.site("com.acme.Stray"), Plain::new);

    assertThat(scene.redirects.obtain(scene.site("com.acme.Stray"), Single.class, null))
        .isSameAs(Answer.CONSTRUCT);
  }

  @Test
  void a_refusal_names_the_birth_and_what_to_write_instead() {
    Scene scene = Scene.of(Single.class, "mode=fail");
    Site stray = scene.site("com.acme.Stray");
    assertThat(scene.redirects.refusal(stray)).as("nothing was constructed yet").isNull();

    scene.site(Single.class.getName()).countConstruction(Single.INSTANCE);

    assertThat(stray.refusals()).isZero();
    IllegalStateException refusal = scene.redirects.refusal(stray);
    assertThat(stray.refusals()).isOne();
    assertThat(stray.constructions()).isZero();
    assertThat(refusal.getCause())
        .hasMessage("the first " + Single.class.getName() + " was constructed here");
    assertThat(refusal.getCause().getStackTrace()).isNotEmpty();
    assertThat(refusal)
        .hasMessageStartingWith("a second " + Single.class.getName() + " is refused")
        .hasMessageContaining(Single.class.getName() + ".run(A.java:7) at 20")
        .hasMessageEndingWith("; use RedirectsTest.Single.INSTANCE");
  }

  @Test
  void a_refusal_does_not_call_first_what_came_later() {
    Scene scene = Scene.of(Single.class, "mode=fail");
    Site stray = scene.site("com.acme.Stray");
    stray.countConstruction(new Single());
    awaitTheNextMillisecond(); // which of two is the first is not known within one
    scene.site(Single.class.getName()).countConstruction(Single.INSTANCE);
    scene.canonicals.readFields();

    IllegalStateException refusal = scene.redirects.refusal(stray);

    assertThat(refusal).hasMessageContaining("the one to share was constructed by");
    assertThat(refusal.getCause())
        .hasMessage("the " + Single.class.getName() + " to share was constructed here");
  }

  private static void awaitTheNextMillisecond() {
    long now = System.currentTimeMillis();
    while (System.currentTimeMillis() == now) {
      Thread.onSpinWait();
    }
  }

  @Test
  void what_no_site_is_linked_for_is_answered_construction_by_construction() {
    Scene scene = Scene.of(Single.class, "mode=enforce");
    Site site = unwoven(scene, Kind.REFLECTION);

    assertThat(scene.redirects.instead(site, Single.class, null).instance())
        .isSameAs(Single.INSTANCE);
    assertThat(scene.redirects.instead(site, Single.class, new Object[] {1}))
        .isSameAs(Answer.CONSTRUCT);
    assertThat(site.redirects()).isEqualTo(1);

    scene.site(Single.class.getName()).countConstruction(Single.INSTANCE);
    scene.modes.set(ModeScope.ALL, Mode.FAIL, "jmx");
    assertThat(scene.redirects.instead(site, Single.class, null).refusal())
        .isInstanceOf(IllegalStateException.class);
    scene.modes.set(ModeScope.ALL, Mode.OBSERVE, "jmx");
    assertThat(scene.redirects.instead(site, Single.class, null)).isSameAs(Answer.CONSTRUCT);
  }

  @Test
  void what_no_woven_call_passes_is_no_key() {
    for (Kind kind : Kind.values()) {
      boolean woven = kind == Kind.NEW || kind == Kind.METHOD_REFERENCE;
      if (kind == Kind.FACTORY) {
        continue; // has places of its own
      }
      Scene scene = Scene.of(Plain.class, "mode=enforce,canonical=first,arguments=key");
      scene.target.noteState(false, false);
      Site site = unwoven(scene, kind);
      site.markLinked();
      site.noteArguments();
      scene.call(passing(scene, "com.acme.Stray"), Plain::new, "a");

      if (kind != Kind.UNATTRIBUTED) {
        assertThat(reason(scene, site)).as("%s", kind).isEqualTo(woven ? null : Reason.ARGUMENTS);
      }
      if (!woven) {
        assertThat(scene.redirects.instead(site, Plain.class, new Object[] {"a"}))
            .isSameAs(Answer.CONSTRUCT);
      }
    }
  }

  @Test
  void under_first_what_no_call_told_of_is_found_as_long_as_it_lives() {
    Scene scene = Scene.of(Plain.class, "mode=enforce,canonical=first");
    Site site = unwoven(scene, Kind.REFLECTION);

    assertThat(scene.redirects.instead(site, Plain.class, null)).isSameAs(Answer.CONSTRUCT);
    Object made = site.countConstruction(new Plain());

    assertThat(scene.redirects.instead(site, Plain.class, null).instance()).isSameAs(made);
    assertThat(scene.call(scene.site("com.acme.Stray"), Plain::new)).isSameAs(made);
  }

  @Test
  void what_a_hidden_class_constructs_is_out_of_reach() {
    Scene scene = Scene.of(Single.class, "mode=enforce");
    Site site = unwoven(scene, Kind.METHOD_HANDLE);
    assertThat(reason(scene, site)).isNull();

    site.markCalledByHiddenClass();

    assertThat(reason(scene, site)).isEqualTo(Reason.HIDDEN_CLASS);
    assertThat(reason(scene, unwoven(scene, Kind.METHOD_REFERENCE))).isEqualTo(Reason.HIDDEN_CLASS);
  }

  private static SiteAction action(Scene scene, String className) {
    return scene.redirects.action(scene.site(className), Passed.NOTHING);
  }

  private static Site passing(Scene scene, String className) {
    Site site = scene.site(className);
    site.noteArguments();
    return site;
  }

  private static Site old(Scene scene) {
    scene
        .target
        .notWoven()
        .add(
            "Old.run",
            new NotWovenPlace(
                scene.target.className, "Old", "run", 1, 1, Kind.NEW, Reason.CLASS_FILE_TOO_OLD));
    return unwoven(scene, Kind.NEW);
  }

  private static Site unwoven(Scene scene, Kind kind) {
    return scene.target.site(Location.woven("Old", "run", "()V", 0, "Old.java", 1, kind));
  }

  private static Reason reason(Scene scene, Site site) {
    return scene.redirects.reasonToKeep(site);
  }

  private static Reason reasonOf(Class<?> type, String options) {
    Scene scene = Scene.of(type, options);
    return reason(scene, scene.site("com.acme.Stray"));
  }

  static final class Single {
    static final Single INSTANCE = new Single();
  }

  static final class Plain {}
}
