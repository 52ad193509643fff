package dev.ssot.bootstrap.options;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a running agent follows is told apart from what needs a restart. */
final class OptionChangesTest {
  private static final Map<String, Object> POOL =
      Map.of("class", "com.acme.Pool", "canonical", "com.acme.Pool#get()");

  @Test
  void equal_options_differ_in_nothing() throws OptionsException {
    assertThat(followed(with(Map.of()), with(Map.of()))).isEmpty();
    assertThat(restart(with(Map.of()), with(Map.of()))).isEmpty();
  }

  @Test
  void each_part_of_a_group_is_a_change_that_is_followed() throws OptionsException {
    Options before = groups(Map.of("name", "P1", "sites", List.of("com.acme.**")));

    assertThat(followed(before, groups(Map.of("name", "P1", "sites", List.of("com.acme.*")))))
        .containsExactly("groups");
    assertThat(
            followed(
                before,
                groups(Map.of("name", "P1", "sites", List.of("com.acme.**"), "mode", "enforce"))))
        .containsExactly("groups");
  }

  @Test
  void outputs_and_what_the_start_reads_need_a_restart() throws OptionsException {
    Options now =
        with(
            Map.of(
                "report",
                "r.json",
                "http.token",
                "secret-secret-secret",
                "live.limit",
                "5",
                "mode",
                "off"));

    assertThat(restart(with(Map.of()), now)).containsExactly("live.limit", "report", "http.token");
    assertThat(followed(with(Map.of()), now)).containsExactly("mode");
  }

  @Test
  void an_added_target_is_followed_and_a_removed_one_stays() throws OptionsException {
    Options before = with(Map.of("targets", List.of(POOL)));
    Options after = with(Map.of("targets", List.of("com.acme.Cache")));

    assertThat(followed(before, after)).containsExactly("targets (added: com.acme.Cache)");
    assertThat(restart(before, after)).containsExactly("targets (still watched: com.acme.Pool)");
  }

  @Test
  void a_target_that_was_added_and_removed_again_is_still_watched() throws OptionsException {
    Options start = with(Map.of("targets", List.of(POOL)));
    Options added = with(Map.of("targets", List.of(POOL, "com.acme.Cache")));
    List<TargetOption> watched = OptionChanges.watched(start.targets(), added);

    assertThat(OptionChanges.needingRestart(start, watched, start))
        .containsExactly("targets (still watched: com.acme.Cache)");
    assertThat(OptionChanges.followed(start, watched, added)).isEmpty();
    assertThat(OptionChanges.watched(watched, start)).isEqualTo(watched);
  }

  @Test
  void another_canonical_of_a_target_needs_a_restart_and_its_mode_does_not()
      throws OptionsException {
    Map<String, Object> changed = new HashMap<>(POOL);
    changed.put("canonical", "first");
    changed.put("mode", "enforce");
    Options before = with(Map.of("targets", List.of(POOL)));
    Options after = with(Map.of("targets", List.of(changed)));

    assertThat(restart(before, after)).containsExactly("canonical of com.acme.Pool");
    assertThat(followed(before, after)).containsExactly("modes of targets");
  }

  private static List<String> followed(Options before, Options after) {
    return OptionChanges.followed(before, before.targets(), after);
  }

  private static List<String> restart(Options before, Options after) {
    return OptionChanges.needingRestart(before, before.targets(), after);
  }

  private static Options groups(Map<String, Object> group) throws OptionsException {
    return with(Map.of("groups", List.of(group)));
  }

  private static Options with(Map<String, Object> file) throws OptionsException {
    return Options.read("config=ssot.yaml", Map.of(), Map.of(), path -> file);
  }
}
