package dev.ssot.engine.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ssot.bootstrap.options.Mode;
import dev.ssot.bootstrap.options.Options;
import dev.ssot.bootstrap.options.OptionsException;
import dev.ssot.engine.logging.Lines;
import dev.ssot.engine.policy.Modes;
import dev.ssot.engine.policy.SitePolicy;
import dev.ssot.engine.snapshot.AgentSnapshot;
import dev.ssot.engine.snapshot.SiteSnapshot;
import dev.ssot.engine.snapshot.TargetSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A switch by the file is told with the sentences that answer one by hand. */
final class FileSwitchTest {
  private final Lines log = new Lines();
  private final AgentSnapshot snapshot = new AgentSnapshot();
  private final Options start = options("observe");
  private final Modes modes = new Modes(start, (table, changes) -> {});
  private final SitePolicy policy = new SitePolicy(start, modes);
  private final FileSwitch file =
      new FileSwitch(next -> policy.replace(next, "file"), modes, policy, () -> snapshot, log);

  FileSwitchTest() {
    snapshot.targets = new ArrayList<>();
    snapshot.refused = List.of();
  }

  @Test
  void a_group_that_begins_to_enforce_and_matches_no_call_site_says_so() {
    snapshot.targets.add(target());

    file.accept(options("enforce"));

    assertThat(log.warnings())
        .containsExactly(
            "WARN mode observe; P3 enforces from now on (its own mode in the file);"
                + " P3 matched no call site yet; nearest com.acme.jobs");
  }

  @Test
  void before_any_call_site_was_seen_that_is_all_there_is_to_say() {
    file.accept(options("enforce"));

    assertThat(log.warnings())
        .containsExactly(
            "WARN mode observe; P3 enforces from now on (its own mode in the file);"
                + " no call site was seen yet");
  }

  @Test
  void of_a_file_that_comes_while_the_agent_leaves_nothing_is_told() {
    modes.end("detach");

    file.accept(options("enforce"));

    assertThat(log.warnings()).isEmpty();
  }

  private static TargetSnapshot target() {
    SiteSnapshot site = new SiteSnapshot();
    site.className = "com.acme.jobs.Nightly";
    site.method = "run";
    site.mode = Mode.OBSERVE;
    TargetSnapshot target = new TargetSnapshot();
    target.className = "com.acme.db.Pool";
    target.mode = site.mode;
    target.sites = List.of(site);
    return target;
  }

  private static Options options(String mode) {
    Map<String, Object> group =
        Map.of("name", "P3", "sites", List.of("com.acme.job.**"), "mode", mode);
    Map<String, Object> file = Map.of("groups", List.of(group));
    try {
      return Options.read("config=ssot.yaml", Map.of(), Map.of(), path -> file);
    } catch (OptionsException impossible) {
      throw new AssertionError(impossible);
    }
  }
}
