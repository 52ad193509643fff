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
import dev.ssot.engine.policy.ModeScope;
import dev.ssot.engine.redirect.Rules;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The verdict per group: once, when it has settled. */
final class DryRunLogTest {
  private static final String THING = Thing.class.getName();

  private final Lines lines = new Lines();
  private Rules rules;
  private Target target;
  private DryRunLog log;

  @BeforeEach
  void start() throws Exception {
    Map<String, Object> file =
        Map.of(
            "mode", "dry-run",
            "canonical", "first",
            "groups", List.of(Map.of("name", "P1", "sites", List.of("com.acme.Chat"))));
    Options options = Options.read("config=ssot.yaml", Map.of(), Map.of(), path -> file);
    rules = new Rules(options);
    Targets targets = new Targets(new Limits(10, 1), new Deaf(), rules.policy);
    target = targets.of(Thing.class);
    rules.canonicals.read(
        target,
        new TargetShape(THING.replace('.', '/'), 0, List.of(), List.of(), new ConstructorLines()));
    log = new DryRunLog(targets, rules.policy, rules.redirects, lines);
  }

  @Test
  void a_line_per_group_comes_once_no_further_site_has_shown_up() {
    use("com.acme.Chat", 1, false);
    log.perform(1_000);
    use("com.acme.Chat", 2, true);
    use("com.acme.Other", 3, false);
    log.perform(5_500);
    log.perform(6_500);
    assertThat(lines.warnings()).isEmpty();

    log.perform(10_500);
    log.perform(11_000);
    log.perform(60_000);

    assertThat(lines.warnings())
        .containsExactlyInAnyOrder(
            "WARN " + THING + ", P1: 1 of 2 call sites would be redirected",
            "WARN " + THING + ", no group: 1 of 1 call site would be redirected");
  }

  @Test
  void that_constructors_throw_is_said_once_however_often_they_do() {
    Site failing = site("com.acme.Chat", 1);
    failing.countFailed();
    use("com.acme.Chat", 2, false);
    for (long now = 1_000; now <= 60_000; now += 500) {
      failing.countFailed();
      log.perform(now);
    }

    assertThat(lines.warnings())
        .containsExactly(
            "WARN "
                + THING
                + ", P1: 2 of 2 call sites would be redirected;"
                + " at 1 call site constructions failed");
  }

  @Test
  void a_second_dry_run_says_it_again() {
    use("com.acme.Chat", 1, false);
    log.perform(1_000);
    log.perform(6_000);
    rules.modes.set(ModeScope.ALL, Mode.OBSERVE, "test");
    log.perform(7_000);
    rules.modes.set(ModeScope.ALL, Mode.DRY_RUN, "test");
    log.perform(8_000);
    log.perform(13_000);

    assertThat(lines.warnings()).hasSize(2);
  }

  private Site site(String caller, int line) {
    Site site = target.site(Location.woven(caller, "run", "()V", 0, "X.java", line, Kind.NEW));
    site.markLinked();
    return site;
  }

  private void use(String caller, int line, boolean arguments) {
    Site site = site(caller, line);
    if (arguments) {
      site.noteArguments();
    }
    site.countConstruction(new Thing());
  }

  /** A target. */
  static final class Thing {}

  /** Nobody listens. */
  private static final class Deaf implements DetectionListener {
    @Override
    public void sampled(StackSample sample) {}

    @Override
    public void failed(Throwable problem) {}
  }
}
