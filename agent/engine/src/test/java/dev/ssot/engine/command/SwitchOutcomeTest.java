package dev.ssot.engine.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.ssot.bootstrap.options.Mode;
import dev.ssot.bootstrap.options.Options;
import dev.ssot.bootstrap.options.OptionsException;
import dev.ssot.engine.place.Reason;
import dev.ssot.engine.policy.Modes;
import dev.ssot.engine.policy.SitePolicy;
import dev.ssot.engine.snapshot.AgentSnapshot;
import dev.ssot.engine.snapshot.SiteSnapshot;
import dev.ssot.engine.snapshot.TargetSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Whoever switches a mode learns what came of it, and what did not. */
final class SwitchOutcomeTest {
  private static final String POOL = "com.acme.db.Pool";

  private final Options options = options();
  private final Modes modes = new Modes(options, (table, changes) -> {});
  private final List<SiteSnapshot> sites = new ArrayList<>();
  private final AgentCommands agent =
      new AgentCommands(
          "1",
          modes,
          new SitePolicy(options, modes),
          this::snapshot,
          () -> {},
          () -> 0,
          () -> null,
          null,
          null,
          LoggerFactory.getLogger(SwitchOutcomeTest.class));

  @Test
  void a_misspelt_target_is_refused_with_the_nearest_names() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ask("enforce", "com.acme.db.Poool", "", ""))
        .withMessageContaining("there is no target 'com.acme.db.Poool'; nearest are [" + POOL);
    assertThat(modes.history()).isEmpty();
  }

  @Test
  void a_pattern_that_a_loaded_target_matches_is_a_target() {
    assertThat(ask("dry-run", "com.acme.db.*", "", "")).startsWith("com.acme.db.* is now dry-run");
  }

  @Test
  void a_target_of_the_options_may_be_switched_before_it_is_loaded() {
    assertThat(ask("enforce", "com.acme.Later", "", ""))
        .contains("com.acme.Later matched no call site yet");
  }

  @Test
  void a_misspelt_group_is_refused_with_the_nearest() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ask("enforce", "", "P1 Wbsocket", ""))
        .withMessageContaining("nearest are [P1 websocket");
  }

  @Test
  void a_pattern_that_matches_nothing_is_accepted_and_the_nearest_package_is_named() {
    site("com.acme.ws.Socket", "P1 websocket", 1, null);

    assertThat(ask("enforce", "", "", "com.acme.wss.**"))
        .contains("com.acme.wss.** matched no call site yet; nearest com.acme.ws");
    assertThat(ask("enforce", "", "", "com.acme.ws.Sockt#open"))
        .contains("matched no call site yet; nearest com.acme.ws.Socket");
    assertThat(ask("enforce", "", "", "**.Sokcet"))
        .contains("matched no call site yet; nearest com.acme.ws.Socket");
  }

  @Test
  void a_group_without_a_call_site_says_so() {
    site("com.acme.jobs.Nightly", null, 1, null);

    assertThat(ask("enforce", "", "P2", ""))
        .contains("P2 matched no call site yet; nearest com.acme.jobs");
  }

  @Test
  void a_switch_that_can_change_nothing_says_why() {
    site("com.acme.ws.Socket", "P1 websocket", 3, Reason.CANONICAL_UNKNOWN);

    assertThat(ask("enforce", "", "", ""))
        .contains(
            "Pool: 0 of 1 call site can be redirected; 1 cannot: "
                + Reason.CANONICAL_UNKNOWN.sentence());
  }

  @Test
  void what_a_group_holds_is_told_and_no_more() {
    site("com.acme.ws.Socket", "P1 websocket", 3, null);
    site("com.acme.jobs.Nightly", null, 44, null);

    assertThat(ask("enforce", "", "P1 websocket", ""))
        .contains(
            "Pool: 1 of 1 call site can be redirected; 0 redirected since the switch;"
                + " at least 3 instances made before are held by their owners; a restart in mode"
                + " enforce frees them");
  }

  @Test
  void a_restart_frees_nothing_of_a_call_site_that_is_kept() {
    site("com.acme.ws.Socket", "P1 websocket", 3, Reason.ARGUMENTS);

    assertThat(ask("enforce", "", "P1 websocket", "")).doesNotContain("restart");
  }

  @Test
  void what_still_enforces_is_named_with_its_origin() {
    ask("enforce", "", "P1 websocket", "");
    ask("enforce", "", "", "com.acme.jobs.**");

    assertThat(ask("observe", POOL, "", ""))
        .contains("P1 websocket STILL enforces (switched by jmx)")
        .contains("com.acme.jobs.** STILL enforces (switched by jmx)");
    assertThat(ask("observe", "", "", "")).doesNotContain("STILL").contains("cleared [");
  }

  @Test
  void a_preview_says_what_would_be_and_changes_nothing() {
    site("com.acme.ws.Socket", "P1 websocket", 3, null);
    site("com.acme.jobs.Nightly", null, 44, Reason.ARGUMENTS);

    String preview = agent.previewMode(ModeRequest.of("enforce", "", "", "", "2h", "cli"));

    assertThat(preview)
        .startsWith("all would be enforce, it is observe; for 2h; ")
        .contains("Pool: 1 of 2 call sites can be redirected; 1 cannot: ")
        .contains("at least 3 instances made before are held by their owners")
        .endsWith("; nothing was changed");
    assertThat(agent.mode()).isEqualTo(Mode.OBSERVE);
  }

  @Test
  void a_preview_names_what_would_be_cleared_and_what_would_throw() {
    site("com.acme.ws.Socket", "P1 websocket", 3, null);
    ask("enforce", "", "P1 websocket", "");

    assertThat(agent.previewMode(ModeRequest.of("fail", "", "", "", "", "cli")))
        .contains("; would clear [", "P1 websocket")
        .contains("Pool: 1 call site would throw");
  }

  @Test
  void a_preview_for_a_group_that_is_not_there_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> agent.previewMode(ModeRequest.of("fail", "", "P9", "", "", "cli")))
        .withMessageContaining("there is no group 'P9'");
  }

  private String ask(String mode, String target, String group, String pattern) {
    return agent.switchMode(ModeRequest.of(mode, target, group, pattern, "", "jmx"));
  }

  private void site(String className, String group, long live, Reason reason) {
    SiteSnapshot site = new SiteSnapshot();
    site.className = className;
    site.method = "open";
    site.group = group;
    site.live = live;
    site.constructions = live;
    site.reason = reason;
    sites.add(site);
  }

  private AgentSnapshot snapshot() {
    TargetSnapshot target = new TargetSnapshot();
    target.className = POOL;
    target.loader = "app";
    target.mode = modes.table().of(POOL);
    target.sites = sites;
    for (SiteSnapshot site : sites) {
      site.mode = modes.table().ofGroup(POOL, site.group);
      target.totals.add(site.constructions, 0, site.live);
    }
    AgentSnapshot snapshot = new AgentSnapshot();
    snapshot.targets = List.of(target);
    return snapshot;
  }

  private static Options options() {
    Map<String, Object> file =
        Map.of(
            "targets",
            List.of(POOL, "com.acme.Later"),
            "groups",
            List.of(
                Map.of("name", "P1 websocket", "sites", List.of("com.acme.ws.**")),
                Map.of("name", "P2", "sites", List.of("com.acme.job.**"))));
    try {
      return Options.read("config=ssot.yaml", Map.of(), Map.of(), path -> file);
    } catch (OptionsException impossible) {
      throw new AssertionError(impossible);
    }
  }
}
