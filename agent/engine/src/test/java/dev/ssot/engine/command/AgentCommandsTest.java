package dev.ssot.engine.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.ssot.bootstrap.options.Mode;
import dev.ssot.bootstrap.options.Options;
import dev.ssot.bootstrap.options.OptionsException;
import dev.ssot.engine.place.Reason;
import dev.ssot.engine.policy.ModeChange;
import dev.ssot.engine.policy.ModeListener;
import dev.ssot.engine.policy.ModeTable;
import dev.ssot.engine.policy.Modes;
import dev.ssot.engine.policy.SitePolicy;
import dev.ssot.engine.snapshot.AgentSnapshot;
import dev.ssot.engine.snapshot.CanonicalSnapshot;
import dev.ssot.engine.snapshot.SiteSnapshot;
import dev.ssot.engine.snapshot.TargetSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** What a running agent answers, whoever asks. */
final class AgentCommandsTest {
  private final AgentSnapshot snapshot = new AgentSnapshot();
  private final List<String> asked = new ArrayList<>();
  private final Options options = options();
  private final Modes modes = new Modes(options, new Quiet());
  private long errors;
  private final AgentCommands agent =
      new AgentCommands(
          "1.2.3",
          modes,
          new SitePolicy(options, modes),
          this::take,
          () -> asked.add("heap"),
          () -> errors,
          () -> null,
          null,
          null,
          LoggerFactory.getLogger(AgentCommandsTest.class));

  AgentCommandsTest() {
    snapshot.targets = new ArrayList<>();
  }

  @Test
  void a_switch_says_what_holds_and_the_way_back() {
    String answer = agent.switchMode(request("enforce", "", ""));

    assertThat(answer)
        .contains("is now enforce, it was observe")
        .endsWith("; back everywhere: mode observe");
    assertThat(agent.mode()).isEqualTo(Mode.ENFORCE);
    assertThat(modes.history()).singleElement().extracting(change -> change.by).isEqualTo("jmx");
  }

  @Test
  void a_switch_clears_what_is_narrower_and_says_so() {
    agent.switchMode(request("enforce", "P1", ""));

    assertThat(agent.switchMode(request("observe", "", ""))).contains("; cleared [");
  }

  @Test
  void a_switch_says_what_held_at_its_call_sites_and_not_only_elsewhere() {
    agent.switchMode(request("enforce", "P1", ""));

    assertThat(agent.switchMode(sites("dry-run", "com.acme.Chat#open")))
        .startsWith("com.acme.Chat#open is now dry-run, it was enforce;");
    assertThat(agent.switchMode(request("observe", "", "2h")))
        .containsPattern("then observe \\(P1: enforce, com.acme.Chat#open: dry-run\\);");
    agent.switchMode(request("enforce", "P1", ""));
    assertThat(agent.switchMode(sites("off", "com.acme.*")))
        .startsWith("com.acme.* is now off, it was enforce for P1, observe elsewhere;");
  }

  @Test
  void a_switch_for_a_time_says_how_long() {
    assertThat(agent.switchMode(request("enforce", "P1", "2h")))
        .containsPattern("; for 2h, until \\d\\d:\\d\\d UTC, then observe");
  }

  @Test
  void a_switch_to_enforce_says_what_it_cannot_undo() {
    TargetSnapshot target = target(47);
    SiteSnapshot site = new SiteSnapshot();
    site.className = "com.acme.Chat";
    site.method = "open";
    site.mode = Mode.ENFORCE;
    site.live = 48;
    target.sites = List.of(site);
    snapshot.targets.add(target);

    assertThat(agent.switchMode(request("enforce", "", "")))
        .contains(
            "; 47 instances made before are held by their owners; a restart in mode enforce frees"
                + " them");
  }

  @Test
  void a_group_that_is_not_there_is_named_with_those_that_are() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> agent.switchMode(request("enforce", "P2", "")))
        .withMessageContaining("there is no group 'P2'")
        .withMessageContaining("P1");
    assertThat(modes.history()).isEmpty();
  }

  @Test
  void what_is_no_mode_and_no_time_is_refused() {
    assertThatIllegalArgumentException().isThrownBy(() -> request("forced", "", ""));
    assertThatIllegalArgumentException().isThrownBy(() -> request("observe", "", "soon"));
  }

  @Test
  void the_heap_is_counted_before_targets_are_told() throws Exception {
    snapshot.targets.add(target(3));

    assertThat(agent.compareHeap()).hasSize(1);
    assertThat(asked).containsExactly("heap", "snapshot");
  }

  @Test
  void health_names_duplicates_and_failures() {
    assertThat(agent.health()).isEmpty();

    snapshot.targets.add(target(1));
    errors = 2;

    assertThat(agent.health())
        .containsExactly(
            "1 duplicate of com.acme.RedisManager is alive",
            "the agent failed 2 times; its log says how");
  }

  @Test
  void health_names_what_the_agent_has_lost_and_not_what_it_could_not_see() {
    TargetSnapshot late = target(0);
    late.exact = false;
    late.inexact = Reason.LOADED_BEFORE;
    snapshot.targets.add(late);
    assertThat(agent.health()).isEmpty();

    TargetSnapshot lost = target(0);
    lost.className = "com.acme.SearchClient";
    lost.exact = false;
    lost.inexact = Reason.LOADED_UNWOVEN;
    snapshot.targets.add(lost);
    AgentSnapshot.Refused unknown = new AgentSnapshot.Refused();
    unknown.className = "com.acme.Hidden";
    unknown.reason = Reason.WEAVING_FAILED;
    AgentSnapshot.Refused color = new AgentSnapshot.Refused();
    color.className = "com.acme.Color";
    color.reason = Reason.ENUM;
    snapshot.refused = List.of(unknown, color);

    assertThat(agent.health())
        .containsExactly(
            "constructions of com.acme.SearchClient may be missing: "
                + Reason.LOADED_UNWOVEN.sentence()
                + " (loaded-unwoven)",
            "com.acme.Hidden is a target, and how many there are is not known: "
                + Reason.WEAVING_FAILED.sentence()
                + " (weaving-failed)");
  }

  @Test
  void health_names_the_option_that_finds_no_instance() {
    TargetSnapshot target = target(0);
    target.canonical.source = "option";
    target.canonical.description = "com.acme.Nope#get()";
    target.canonical.reason = Reason.CANONICAL_ABSENT;
    snapshot.targets.add(target);

    assertThat(agent.health())
        .singleElement()
        .asString()
        .startsWith("canonical of com.acme.RedisManager is com.acme.Nope#get() (option): ")
        .contains(Reason.CANONICAL_ABSENT.sentence())
        .endsWith("; nothing is redirected (canonical-absent)");
  }

  @Test
  void an_unknown_instance_is_a_matter_of_health_once_a_site_is_to_be_redirected() {
    TargetSnapshot target = target(0);
    target.canonical.reason = Reason.CANONICAL_UNKNOWN;
    SiteSnapshot site = new SiteSnapshot();
    site.reason = Reason.CANONICAL_UNKNOWN;
    site.mode = Mode.OBSERVE;
    target.sites = List.of(site);
    snapshot.targets.add(target);
    assertThat(agent.health()).isEmpty();

    site.mode = Mode.ENFORCE;

    assertThat(agent.health()).singleElement().asString().contains("set the option canonical");
  }

  @Test
  void many_targets_with_duplicates_are_summed_up() {
    for (int i = 0; i < 25; i++) {
      snapshot.targets.add(target(2));
    }

    assertThat(agent.health())
        .hasSize(21)
        .last()
        .isEqualTo("duplicates of 5 more classes are alive");
  }

  @Test
  void a_report_in_a_format_that_is_none_is_refused() {
    assertThatIllegalArgumentException().isThrownBy(() -> agent.report("pdf"));
  }

  private AgentSnapshot take() {
    asked.add("snapshot");
    return snapshot;
  }

  private static TargetSnapshot target(long duplicates) {
    TargetSnapshot target = new TargetSnapshot();
    target.className = "com.acme.RedisManager";
    target.totals.add(duplicates + 1, 0, duplicates + 1);
    target.exact = true;
    target.canonical = new CanonicalSnapshot();
    target.groups = List.of();
    target.mode = Mode.ENFORCE;
    target.loader = "app";
    return target;
  }

  private static ModeRequest request(String mode, String group, String time) {
    return ModeRequest.of(mode, "", group, "", time, "jmx");
  }

  private static ModeRequest sites(String mode, String sites) {
    return ModeRequest.of(mode, "", "", sites, "", "jmx");
  }

  private static Options options() {
    Map<String, Object> file =
        Map.of("groups", List.of(Map.of("name", "P1", "sites", List.of("com.acme.Chat"))));
    try {
      return Options.read("config=ssot.yaml", Map.of(), Map.of(), path -> file);
    } catch (OptionsException impossible) {
      throw new AssertionError(impossible);
    }
  }

  /** Links nothing. */
  private static final class Quiet implements ModeListener {
    @Override
    public void changed(ModeTable table, List<ModeChange> changes) {}
  }
}
