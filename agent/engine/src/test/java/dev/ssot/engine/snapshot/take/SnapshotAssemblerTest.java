package dev.ssot.engine.snapshot.take;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ssot.bootstrap.options.Mode;
import dev.ssot.bootstrap.options.Options;
import dev.ssot.bootstrap.start.StartContext;
import dev.ssot.engine.application.ApplicationCode;
import dev.ssot.engine.ledger.DetectionListener;
import dev.ssot.engine.ledger.Limits;
import dev.ssot.engine.ledger.Site;
import dev.ssot.engine.ledger.StackSample;
import dev.ssot.engine.ledger.Target;
import dev.ssot.engine.ledger.Targets;
import dev.ssot.engine.place.Kind;
import dev.ssot.engine.place.Location;
import dev.ssot.engine.place.Reason;
import dev.ssot.engine.policy.ModeScope;
import dev.ssot.engine.redirect.Rules;
import dev.ssot.engine.snapshot.AgentSnapshot;
import dev.ssot.engine.snapshot.SiteSnapshot;
import dev.ssot.engine.snapshot.TargetSnapshot;
import dev.ssot.engine.transform.ClassFindings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a snapshot says of what was counted. */
final class SnapshotAssemblerTest {
  private static final String THING = Thing.class.getName();

  private final List<Object> kept = new ArrayList<>();
  private Options options;
  private Rules rules;
  private Targets targets;
  private Target target;
  private ClassFindings findings;

  @BeforeEach
  void start() throws Exception {
    Map<String, Object> file =
        Map.of(
            "targets", List.of(THING, "java.lang.StringBuilder"),
            "allow", List.of("com.acme.Factory"),
            "groups", List.of(Map.of("name", "P1", "sites", List.of("com.acme.Chat"))));
    options = Options.read("config=ssot.yaml", Map.of(), Map.of(), path -> file);
    rules = new Rules(options);
    targets = new Targets(new Limits(10, 3), new Deaf(), rules.policy);
    target = targets.of(Thing.class);
    target.markHooked();
    findings = new ClassFindings(options.targets(), targets.notWoven());
  }

  @Test
  void it_says_which_agent_runs_where_and_since_when() {
    rules.modes.set(ModeScope.ALL, Mode.DRY_RUN, "test");

    AgentSnapshot snapshot = take("premain");

    assertThat(snapshot.version).isEqualTo("1.2.3");
    assertThat(snapshot.attached).isEqualTo("premain");
    assertThat(snapshot.mode).isEqualTo(Mode.DRY_RUN);
    assertThat(snapshot.jvm.get().pid).isEqualTo(ProcessHandle.current().pid());
    assertThat(snapshot.javaVersion).isEqualTo(System.getProperty("java.version"));
    assertThat(snapshot.at).isAfterOrEqualTo(snapshot.jvm.get().started);
  }

  @Test
  void a_site_has_what_was_counted_there_and_one_that_never_constructed_is_left_out() {
    construct("com.acme.Desk", 3);
    site("com.acme.Idle");

    TargetSnapshot snapshot = take("premain").targets.get(0);

    assertThat(snapshot.className).isEqualTo(THING);
    assertThat(snapshot.loader).isEqualTo("app");
    assertThat(snapshot.sites).hasSize(1);
    SiteSnapshot desk = snapshot.sites.get(0);
    assertThat(desk.className).isEqualTo("com.acme.Desk");
    assertThat(desk.method).isEqualTo("run");
    assertThat(desk.file).isEqualTo("X.java");
    assertThat(desk.line).isEqualTo(7);
    assertThat(desk.kind).isEqualTo(Kind.NEW);
    assertThat(desk.constructions).isEqualTo(3);
    assertThat(desk.live).isEqualTo(3);
    assertThat(desk.threads).containsExactly(Thread.currentThread().getName());
  }

  @Test
  void a_site_that_only_answered_is_listed_as_well() {
    site("com.acme.Desk").countRedirect();

    assertThat(take("premain").targets.get(0).sites)
        .singleElement()
        .satisfies(
            site -> {
              assertThat(site.redirects).isEqualTo(1);
              assertThat(site.constructions).isZero();
            });
  }

  @Test
  void what_a_group_has_comes_first_and_is_counted_in_it() {
    construct("com.acme.Desk", 5);
    construct("com.acme.Chat", 1);

    TargetSnapshot snapshot = take("premain").targets.get(0);

    assertThat(snapshot.sites)
        .extracting(site -> site.className + " " + site.group)
        .containsExactly("com.acme.Chat P1", "com.acme.Desk null");
    assertThat(snapshot.groups)
        .extracting(group -> group.name + " " + group.sites)
        .containsExactly("P1 1", "null 1");
  }

  @Test
  void who_may_construct_is_marked_and_in_no_group() {
    construct("com.acme.Factory", 2);

    TargetSnapshot snapshot = take("premain").targets.get(0);

    assertThat(snapshot.sites.get(0).allowed).isTrue();
    assertThat(snapshot.sites.get(0).redirectable).isFalse();
    assertThat(snapshot.sites.get(0).reason).isEqualTo(Reason.ALLOWED);
    assertThat(snapshot.groups).extracting(group -> group.sites).containsExactly(0);
  }

  @Test
  void what_a_late_agent_counts_is_a_lower_bound() {
    construct("com.acme.Desk", 1);

    assertThat(take("premain").targets.get(0).exact).isTrue();
    assertThat(inexact("agentmain")).isEqualTo(Reason.LOADED_BEFORE);
  }

  @Test
  void beyond_the_limit_the_count_of_the_living_is_a_lower_bound() {
    construct("com.acme.Desk", 11);

    assertThat(take("premain").targets.get(0).exact).isFalse();
    assertThat(inexact("premain")).isEqualTo(Reason.LIVE_LIMIT);
  }

  @Test
  void a_target_whose_constructors_report_nothing_has_instances_that_nobody_knows() {
    construct("com.acme.Desk", 1);
    target.markUnhooked();

    assertThat(take("premain").targets.get(0).exact).isFalse();
    assertThat(inexact("premain")).isEqualTo(Reason.WEAVING_FAILED);
  }

  @Test
  void a_count_that_failed_makes_a_lower_bound_of_that_target_or_of_all() {
    target.countingFailed = true;
    assertThat(inexact("premain")).isEqualTo(Reason.COUNTING_FAILED);

    target.countingFailed = false;
    assertThat(inexact("premain")).isNull();
    targets.countingFailed = true;
    assertThat(inexact("premain")).isEqualTo(Reason.COUNTING_FAILED);
  }

  @Test
  void what_was_made_while_the_mode_was_off_is_missing_for_good() {
    construct("com.acme.Chat", 1);
    rules.modes.set(ModeScope.of("com.acme.Other", null, null), Mode.OFF, "test");
    rules.modes.set(ModeScope.of(null, "P2", null), Mode.OFF, "test");
    assertThat(inexact("premain")).isNull();

    rules.modes.set(ModeScope.of(null, "P1", null), Mode.OFF, "test");
    rules.modes.set(ModeScope.ALL, Mode.OBSERVE, "test");

    assertThat(inexact("premain")).isEqualTo(Reason.NOT_COUNTED);
  }

  @Test
  void what_the_file_stops_is_not_counted() {
    rules.policy.stop("file");

    assertThat(inexact("premain")).isEqualTo(Reason.NOT_COUNTED);
  }

  @Test
  void refused_targets_are_named_with_their_reason() {
    assertThat(take("premain").refused)
        .extracting(refused -> refused.className + " " + refused.reason)
        .containsExactly("java.lang.StringBuilder " + Reason.BOOT_LOADER);
  }

  private Reason inexact(String attached) {
    return take(attached).targets.get(0).inexact;
  }

  private AgentSnapshot take(String attached) {
    StartContext context =
        new StartContext(null, options, () -> options, null, null, attached, "1.2.3");
    return new SnapshotAssembler(
            context,
            targets,
            rules.policy,
            rules.modes,
            rules.canonicals,
            rules.redirects,
            findings,
            ApplicationCode.all(),
            new HeapComparisons(targets, () -> null))
        .take();
  }

  private void construct(String caller, int times) {
    for (int i = 0; i < times; i++) {
      kept.add(site(caller).countConstruction(new Thing()));
    }
  }

  private Site site(String caller) {
    Site site = target.site(Location.woven(caller, "run", "()V", 0, "X.java", 7, Kind.NEW));
    site.markLinked();
    return site;
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
