package dev.ssot.engine.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ssot.bootstrap.options.Mode;
import dev.ssot.bootstrap.options.Options;
import dev.ssot.engine.place.Kind;
import dev.ssot.engine.place.Location;
import java.time.Duration;
import java.util.HashMap;
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
    set(null, null, "com.acme.job.**", Mode.OFF);

    modes.replace(
        read(
            Map.of(
                "groups",
                List.of(Map.of("name", "P1", "sites", List.of("com.acme.ws.**"), "mode", "off")))),
        "file");

    assertThat(modes.table().settings()).hasToString("[all=observe, P1=off]");
    assertThat(modes.history())
        .extracting(change -> change.by + " " + change.scope + " " + change.from + ">" + change.to)
        .endsWith("file P1 observe>off", "file com.acme.job.** off>observe");
  }

  @Test
  void a_file_that_says_the_same_changes_nothing() throws Exception {
    modes.replace(read(Map.of()), "file");

    assertThat(changes).hasValue(0);
    assertThat(modes.history()).isEmpty();
  }

  @Test
  void a_pattern_of_sites_takes_them_out_of_the_mode_of_their_group() throws Exception {
    modes = grouped("observe", "enforce");

    set(null, null, "com.acme.ws.Chat", Mode.OBSERVE);
    assertThat(history()).as("in part").containsExactly("P1 com.acme.ws.Chat enforce>observe");
    assertThat(exceptions()).hasToString("[P1=enforce, com.acme.ws.Chat=observe]");

    set(null, null, "com.acme.job.Night", Mode.ENFORCE);
    assertThat(history()).as("all of it enforced before").hasSize(1);
    assertThat(modes.table().at(sites("com.acme.job.Night$1"))).isEqualTo(Mode.ENFORCE);

    set(null, null, "com.acme.other.Chat", Mode.DRY_RUN);
    assertThat(history()).as("in no group").endsWith("com.acme.other.Chat observe>dry-run");
  }

  @Test
  void a_pattern_meets_no_group_whose_sites_another_group_or_class_has() throws Exception {
    modes = grouped("observe", "enforce");

    set(null, null, "com.acme.ws.Chat#close", Mode.OBSERVE);
    set(null, null, "com.acme.ws.Chatter", Mode.OBSERVE);
    set(null, null, "com.acme.late.**", Mode.OBSERVE);

    assertThat(history()).isEmpty();
    assertThat(exceptions()).hasToString("[P1=enforce]");
  }

  @Test
  void a_mode_that_is_the_one_of_all_again_is_an_exception_from_its_group() throws Exception {
    modes = grouped("enforce", "observe");

    set(TARGET, "P1", null, Mode.ENFORCE);
    assertThat(exceptions()).hasToString("[P1=observe, com.acme.RedisManager P1=enforce]");

    set(TARGET, "P2", null, Mode.ENFORCE);
    assertThat(exceptions()).as("makes no difference").hasSize(2);
  }

  @Test
  void a_group_takes_its_sites_out_of_the_mode_of_a_target() {
    set(TARGET, null, null, Mode.ENFORCE);
    set(null, "P1", null, Mode.OBSERVE);

    assertThat(history())
        .containsExactly(
            "com.acme.RedisManager observe>enforce", "com.acme.RedisManager P1 enforce>observe");
    assertThat(exceptions()).hasToString("[com.acme.RedisManager=enforce, P1=observe]");
  }

  @Test
  void what_a_setting_clears_is_a_change_though_the_mode_of_all_stays() {
    set(null, "P1", null, Mode.ENFORCE);
    set(null, null, null, Mode.OBSERVE);

    assertThat(history()).containsExactly("P1 observe>enforce", "P1 enforce>observe");

    set(null, "P1", null, Mode.ENFORCE);
    set(null, null, null, Mode.OFF);
    modes.stop("file");
    assertThat(history()).endsWith("all observe>off", "P1 enforce>off");
  }

  @Test
  void a_pattern_over_which_a_later_one_wins_is_not_told_of() {
    set(null, null, "com.acme.ws.Chat", Mode.ENFORCE);
    set(null, null, "com.acme.ws.*", Mode.OFF);
    assertThat(exceptions()).hasToString("[com.acme.ws.*=off]");

    set(null, null, null, Mode.OBSERVE);
    assertThat(history())
        .containsExactly(
            "com.acme.ws.Chat observe>enforce",
            "com.acme.ws.* observe>off",
            "com.acme.ws.Chat enforce>off",
            "com.acme.ws.Chat off>observe",
            "com.acme.ws.* off>observe");
  }

  @Test
  void a_time_that_ends_gives_back_to_each_part_what_it_had() throws Exception {
    modes = grouped("observe", "enforce");

    modes.set(sites("com.acme.ws.Chat"), Mode.OFF, "jmx", Duration.ofNanos(1));
    assertThat(modes.history())
        .extracting(change -> change.then.toString())
        .containsExactly("observe", "enforce");
    modes.tick();

    assertThat(history())
        .endsWith("com.acme.ws.Chat off>observe", "P1 com.acme.ws.Chat off>enforce");
  }

  @Test
  void a_file_that_moves_sites_between_groups_moves_the_patterns_too() throws Exception {
    modes = grouped("observe", null);
    modes.replace(
        read(Map.of("groups", List.of(Map.of("name", "P1", "sites", List.of("com.acme.job.**"))))),
        "file");
    set(null, "P1", null, Mode.ENFORCE);
    set(null, null, "com.acme.ws.Chat", Mode.OBSERVE);

    assertThat(exceptions()).hasToString("[P1=enforce]");
  }

  private static Modes grouped(String mode, String first) throws Exception {
    Map<String, Object> p1 = new HashMap<>();
    p1.put("name", "P1");
    p1.put("sites", List.of("com.acme.ws.Chat#open", "com.acme.job.**"));
    if (first != null) {
      p1.put("mode", first);
    }
    Map<String, Object> p2 = Map.of("name", "P2", "sites", List.of("com.acme.late.**"));
    return new Modes(read(Map.of("mode", mode, "groups", List.of(p1, p2))), (table, changes) -> {});
  }

  private List<String> history() {
    return modes.history().stream()
        .map(change -> change.scope + " " + change.from + ">" + change.to)
        .toList();
  }

  private List<ModeTable.Setting> exceptions() {
    return modes.table().exceptionsFrom(ModeScope.ALL, modes.table().ofAll());
  }

  private static ModeScope sites(String pattern) {
    return ModeScope.of(null, null, pattern);
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
