package dev.ssot.engine.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.ssot.bootstrap.options.Mode;
import dev.ssot.engine.redirect.Scene;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Time passes when a test says so: what is set for a millisecond is over at its next tick. */
final class ModesForATimeTest {
  private static final Duration MOMENT = Duration.ofNanos(1);
  private static final Duration LONG = Duration.ofDays(1);
  private static final ModeScope P1 = ModeScope.of(null, "P1", null);
  private static final ModeScope P2 = ModeScope.of(null, "P2", null);

  private final Modes modes = new Modes(Scene.options("mode=observe"), (table, made) -> {});

  @Test
  void what_is_set_for_a_time_goes_back_to_what_held_before() {
    modes.set(P1, Mode.DRY_RUN, "jmx");
    modes.set(P1, Mode.ENFORCE, "jmx", MOMENT);
    assertThat(settings()).isEqualTo("[all=observe, P1=enforce]");

    modes.tick();

    assertThat(settings()).isEqualTo("[all=observe, P1=dry-run]");
    assertThat(changes())
        .containsExactly(
            "jmx P1 observe>dry-run", "jmx P1 dry-run>enforce", "timer P1 enforce>dry-run");
  }

  @Test
  void what_was_not_set_before_is_not_set_afterwards() {
    modes.set(P1, Mode.ENFORCE, "jmx", MOMENT);
    modes.tick();

    assertThat(settings()).isEqualTo("[all=observe]");
    assertThat(changes()).endsWith("timer P1 enforce>observe");
  }

  @Test
  void once_the_agent_leaves_nothing_sets_a_mode_again() {
    modes.set(P1, Mode.ENFORCE, "jmx", MOMENT);

    modes.end("detach");
    modes.tick();
    modes.replace(Scene.options("mode=enforce"), "file");

    assertThat(settings()).isEqualTo("[all=off]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> modes.set(ModeScope.ALL, Mode.ENFORCE, "jmx"))
        .withMessageContaining("the agent is leaving");
  }

  @Test
  void nothing_ends_before_its_time() {
    modes.set(P1, Mode.ENFORCE, "jmx", LONG);
    modes.tick();

    assertThat(settings()).isEqualTo("[all=observe, P1=enforce]");
  }

  @Test
  void a_time_that_is_made_longer_ends_where_the_first_began() {
    modes.set(P1, Mode.ENFORCE, "jmx", LONG);
    modes.set(P1, Mode.ENFORCE, "jmx", MOMENT);
    modes.tick();

    assertThat(settings()).isEqualTo("[all=observe]");
  }

  @Test
  void a_broader_time_does_not_bring_back_what_was_narrower_and_for_a_time() {
    modes.set(P1, Mode.ENFORCE, "jmx", LONG);
    modes.set(P2, Mode.DRY_RUN, "jmx");
    List<ModeTable.Setting> cleared = modes.set(ModeScope.ALL, Mode.OFF, "jmx", MOMENT);
    assertThat(cleared).hasToString("[P1=enforce, P2=dry-run]");
    assertThat(settings()).isEqualTo("[all=off]");

    modes.tick();

    assertThat(settings()).isEqualTo("[all=observe, P2=dry-run]");
  }

  @Test
  void what_is_set_for_good_in_the_meantime_stays() {
    modes.set(P1, Mode.ENFORCE, "jmx", MOMENT);
    modes.set(P1, Mode.DRY_RUN, "jmx");
    modes.set(ModeScope.ALL, Mode.OFF, "jmx", MOMENT);
    modes.set(P1, Mode.OBSERVE, "jmx");

    modes.tick();

    assertThat(settings()).isEqualTo("[P1=observe, all=observe]");
  }

  @Test
  void a_complete_rollback_ends_every_time() {
    modes.set(P1, Mode.ENFORCE, "jmx", MOMENT);
    modes.set(ModeScope.ALL, Mode.OFF, "jmx");

    modes.tick();

    assertThat(settings()).isEqualTo("[all=off]");
  }

  @Test
  void a_file_that_is_read_again_ends_every_time() {
    modes.set(P1, Mode.ENFORCE, "jmx", MOMENT);
    modes.replace(Scene.options("mode=dry-run"), "file");

    modes.tick();

    assertThat(settings()).isEqualTo("[all=dry-run]");
  }

  @Test
  void what_holds_at_a_scope_is_what_covers_all_of_it() {
    modes.set(P1, Mode.OFF, "jmx");

    assertThat(modes.table().at(P1)).isEqualTo(Mode.OFF);
    assertThat(modes.table().at(ModeScope.of("com.acme.X", "P1", null))).isEqualTo(Mode.OFF);
    assertThat(modes.table().at(ModeScope.of("com.acme.X", null, null))).isEqualTo(Mode.OBSERVE);
    assertThat(modes.table().at(P2)).isEqualTo(Mode.OBSERVE);
  }

  private String settings() {
    return modes.table().settings().toString();
  }

  private List<String> changes() {
    return modes.history().stream().map(ModesForATimeTest::text).toList();
  }

  private static String text(ModeChange change) {
    return change.by + " " + change.scope + " " + change.from + ">" + change.to;
  }
}
