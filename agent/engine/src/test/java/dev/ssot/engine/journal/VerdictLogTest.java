package dev.ssot.engine.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ssot.bootstrap.options.Mode;
import dev.ssot.bootstrap.options.Options;
import dev.ssot.engine.canonical.TargetShape;
import dev.ssot.engine.ledger.DetectionListener;
import dev.ssot.engine.ledger.Limits;
import dev.ssot.engine.ledger.Site;
import dev.ssot.engine.ledger.StackSample;
import dev.ssot.engine.ledger.Target;
import dev.ssot.engine.ledger.Targets;
import dev.ssot.engine.logging.Lines;
import dev.ssot.engine.place.ConstructorLines;
import dev.ssot.engine.place.Kind;
import dev.ssot.engine.place.Location;
import dev.ssot.engine.place.Reason;
import dev.ssot.engine.policy.ModeScope;
import dev.ssot.engine.redirect.Rules;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is done with a call site, or would be: said once. */
final class VerdictLogTest {
  private static final String THING = Thing.class.getName();

  private final Lines lines = new Lines();
  private final List<Object> kept = new ArrayList<>();
  private Rules rules;
  private Target target;
  private VerdictLog log;

  @BeforeEach
  void start() throws Exception {
    Options options =
        Options.read(
            "canonical=first,allow=com.acme.Factory", Map.of(), Map.of(), path -> Map.of());
    rules = new Rules(options);
    Targets targets = new Targets(new Limits(10, 1), new Deaf(), rules.policy);
    target = targets.of(Thing.class);
    rules.canonicals.read(
        target,
        new TargetShape(THING.replace('.', '/'), 0, List.of(), List.of(), new ConstructorLines()));
    log = new VerdictLog(targets, rules.policy, rules.redirects, new LoggedStacks(), lines);
    use("com.acme.Factory", 1, false); // which makes the instance
  }

  @Test
  void to_observe_decides_nothing_and_says_nothing() {
    use("com.acme.Chat", 1, false);
    log.perform(0);

    assertThat(lines.warnings()).isEmpty();
  }

  @Test
  void a_site_is_told_of_once_and_again_when_the_verdict_is_another() {
    use("com.acme.Chat", 41, false);
    rules.modes.set(ModeScope.ALL, Mode.DRY_RUN, "test");
    log.perform(0);
    log.perform(1);
    assertThat(lines.warnings())
        .singleElement()
        .asString()
        .startsWith(
            "WARN " + THING + " com.acme.Chat.run(X.java:41) (new) would be redirected to ");

    rules.modes.set(ModeScope.ALL, Mode.ENFORCE, "test");
    log.perform(2);
    assertThat(lines.warnings()).as("nothing was redirected yet").hasSize(1);

    site("com.acme.Chat", 41).countRedirect();
    log.perform(3);
    log.perform(4);
    assertThat(lines.warnings()).hasSize(2);
    assertThat(lines.warnings().get(1))
        .startsWith("WARN " + THING + " com.acme.Chat.run(X.java:41) (new) is redirected to ");
  }

  @Test
  void redirects_before_a_time_without_any_do_not_count_for_the_time_after() {
    rules.modes.set(ModeScope.ALL, Mode.ENFORCE, "test");
    use("com.acme.Chat", 41, false);
    site("com.acme.Chat", 41).countRedirect();
    rules.modes.set(ModeScope.ALL, Mode.DRY_RUN, "test");
    log.perform(0);
    rules.modes.set(ModeScope.ALL, Mode.ENFORCE, "test");
    log.perform(1);

    assertThat(lines.warnings()).singleElement().asString().contains(" would be redirected to ");
  }

  @Test
  void a_verdict_that_changes_for_ever_is_told_of_ever_more_rarely() {
    use("com.acme.Chat", 41, false);
    for (int i = 0; i < 100; i++) {
      rules.modes.set(ModeScope.ALL, i % 2 == 0 ? Mode.DRY_RUN : Mode.ENFORCE, "test");
      site("com.acme.Chat", 41).countRedirect();
      log.perform(i);
    }

    assertThat(lines.warnings()).hasSize(7);
  }

  @Test
  void the_first_three_sites_of_a_target_are_told_of_with_their_stack() {
    for (int line = 1; line <= 10; line++) {
      use("com.acme.Chat", line, false);
    }
    target.sites().forEach(site -> site.stacks().add(new StackTraceElement[0]));
    target.sites().forEach(Site::countRedirect);
    rules.modes.set(ModeScope.ALL, Mode.ENFORCE, "test");
    log.perform(0);

    assertThat(lines.warnings()).hasSize(10);
    assertThat(lines.thrown()).hasSize(3);
  }

  @Test
  void why_a_site_stays_as_it_is_is_said_in_a_sentence() {
    use("com.acme.Chat", 41, true);
    rules.modes.set(ModeScope.ALL, Mode.ENFORCE, "test");
    log.perform(0);

    assertThat(lines.warnings())
        .containsExactly(
            "WARN %s com.acme.Chat.run(X.java:41) (new) is not redirected: %s"
                .formatted(THING, Reason.ARGUMENTS.sentence()));
  }

  @Test
  void of_who_may_construct_and_of_who_never_did_nothing_is_said() {
    use("com.acme.Factory", 7, false);
    site("com.acme.Idle", 8);
    rules.modes.set(ModeScope.ALL, Mode.DRY_RUN, "test");
    log.perform(0);

    assertThat(lines.warnings()).isEmpty();
  }

  private void use(String caller, int line, boolean arguments) {
    Site site = site(caller, line);
    site.markLinked();
    if (arguments) {
      site.noteArguments();
    }
    kept.add(site.countConstruction(new Thing()));
  }

  private Site site(String caller, int line) {
    return target.site(Location.woven(caller, "run", "()V", 0, "X.java", line, Kind.NEW));
  }

  /** A target. */
  private static final class Thing {}

  /** Does not listen. */
  private static final class Deaf implements DetectionListener {
    @Override
    public void sampled(StackSample sample) {}

    @Override
    public void failed(Throwable problem) {}
  }
}
