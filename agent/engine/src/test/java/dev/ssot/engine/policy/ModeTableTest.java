package dev.ssot.engine.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ssot.bootstrap.options.Mode;
import dev.ssot.bootstrap.options.Options;
import dev.ssot.engine.place.Kind;
import dev.ssot.engine.place.Location;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ModeTableTest {
  private static final String TARGET = "com.acme.RedisManager";
  private static final Location CHAT =
      Location.woven("com.acme.ws.Chat", "open", "()V", 0, "Chat.java", 1, Kind.NEW);

  private final AtomicInteger changes = new AtomicInteger();
  private Modes modes;

  @BeforeEach
  void observe_everything() throws Exception {
    modes = new Modes(read(Map.of()), (table, made) -> changes.incrementAndGet());
  }

  @Test
  void the_most_specific_setting_wins_whatever_the_order() {
    set(null, null, "com.acme.ws.**", Mode.OFF);
    set(TARGET, "P1", null, Mode.OBSERVE);
    assertThat(modeOfChat()).isEqualTo(Mode.OFF);

    set(null, null, "com.acme.ws.**", Mode.OBSERVE);
    set(TARGET, "P1", null, Mode.OFF);
    assertThat(modeOfChat()).as("sites before target and group").isEqualTo(Mode.OBSERVE);
    assertThat(modes.table().of(TARGET, "P1", elsewhere())).isEqualTo(Mode.OFF);
    assertThat(modes.table().of("com.acme.Other", "P1", elsewhere())).isEqualTo(Mode.OBSERVE);
  }

  @Test
  void a_group_goes_before_a_target() {
    set(TARGET, null, null, Mode.OFF);
    set(null, "P1", null, Mode.OBSERVE);

    assertThat(modes.table().of(TARGET, "P1", CHAT)).isEqualTo(Mode.OBSERVE);
    assertThat(modes.table().of(TARGET, "P2", CHAT)).isEqualTo(Mode.OFF);
    assertThat(modes.table().of(TARGET)).isEqualTo(Mode.OFF);
    assertThat(modes.table().ofGroup(TARGET, "P1")).isEqualTo(Mode.OBSERVE);
    assertThat(modes.table().ofGroup(TARGET, null)).isEqualTo(Mode.OFF);
  }

  @Test
  void a_setting_clears_every_narrower_one_and_says_which() {
    set(TARGET, null, null, Mode.OFF);
    set(TARGET, "P1", null, Mode.OFF);
    set(null, "P2", null, Mode.OFF);
    set(null, null, "com.acme.ws.**", Mode.OFF);

    assertThat(modes.set(ModeScope.of(TARGET, null, null), Mode.OBSERVE, "jmx"))
        .hasToString("[com.acme.RedisManager P1=off]");
    assertThat(modes.set(ModeScope.ALL, Mode.OBSERVE, "jmx"))
        .hasToString("[P2=off, com.acme.ws.**=off, com.acme.RedisManager=observe]");
    assertThat(modes.table().settings()).hasToString("[all=observe]");
    assertThat(modeOfChat()).isEqualTo(Mode.OBSERVE);
  }

  @Test
  void changes_are_kept_with_who_and_what() {
    set(null, "P1", null, Mode.OFF);
    set(null, "P1", null, Mode.OBSERVE);

    assertThat(modes.history())
        .extracting(change -> change.by + " " + change.scope + " " + change.from + ">" + change.to)
        .containsExactly("jmx P1 observe>off", "jmx P1 off>observe");
    assertThat(modes.history()).allSatisfy(change -> assertThat(change.at).isNotNull());
    assertThat(changes).hasValue(2);
  }

  @Test
  void a_file_that_was_read_again_replaces_switches_made_by_hand() throws Exception {
    set(null, null, "com.acme.ws.**", Mode.OFF);

    modes.replace(
        read(
            Map.of(
                "groups",
                List.of(Map.of("name", "P1", "sites", List.of("com.acme.ws.**"), "mode", "off")))),
        "file");

    assertThat(modes.table().settings()).hasToString("[all=observe, P1=off]");
    assertThat(modes.history())
        .extracting(change -> change.by + " " + change.scope + " " + change.from + ">" + change.to)
        .endsWith("file P1 observe>off", "file com.acme.ws.** off>observe");
  }

  @Test
  void a_file_that_says_the_same_changes_nothing() throws Exception {
    modes.replace(read(Map.of()), "file");

    assertThat(changes).hasValue(0);
    assertThat(modes.history()).isEmpty();
  }

  @Test
  void a_group_and_a_site_pattern_exclude_each_other() {
    assertThatThrownBy(() -> ModeScope.of(null, "P1", "com.acme.**"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("exclude each other");
  }

  private Mode modeOfChat() {
    return modes.table().of(TARGET, "P1", CHAT);
  }

  private static Location elsewhere() {
    return Location.woven("com.acme.Job", "run", "()V", 0, "Job.java", 1, Kind.NEW);
  }

  private void set(String target, String group, String sites, Mode mode) {
    modes.set(ModeScope.of(target, group, sites), mode, "jmx");
  }

  private static Options read(Map<String, Object> yaml) throws Exception {
    return Options.read("config=ssot.yaml", Map.of(), Map.of(), path -> yaml);
  }
}
