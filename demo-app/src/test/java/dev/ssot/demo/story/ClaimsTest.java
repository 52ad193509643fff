package dev.ssot.demo.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClaimsTest {
  private final Map<Act, Figures> figures = Measured.wellToldStory();

  @Test
  void a_story_that_went_well_holds() {
    assertThat(failing()).isEmpty();
  }

  @Test
  void an_outage_that_lets_somebody_in_is_none() {
    figures.put(Act.WITHOUT, Measured.figures(Act.WITHOUT, 1, 48, 176, 230_000_000L));

    assertThat(failing())
        .contains("without agent: no session works, all close with 1011, Redis is out of clients");
  }

  @Test
  void an_attach_that_needs_a_restart_or_frees_the_old_instances_is_not_what_is_told() {
    figures.put(Act.ATTACHED, Measured.figures(Act.ATTACHED, 20, 1, 4, 1L));

    assertThat(failing())
        .containsExactly(
            "attached: enforce: the JVM that failed, without a restart; the instances of its start"
                + " live on");
  }

  @Test
  void an_agent_that_has_left_and_still_shares_has_not_left() {
    figures.put(Act.LEFT, Measured.figures(Act.LEFT, 20, 40, 161, 1L));

    assertThat(failing())
        .containsExactly(
            "the agent has left: the same JVM has nothing of its engine, and sessions fail again");
  }

  @Test
  void a_dry_run_that_saves_an_instance_has_changed_something() {
    figures.put(Act.DRY_RUN, Measured.figures(Act.DRY_RUN, 0, 47, 176, 230_000_000L));

    assertThat(failing())
        .containsExactly(
            "dry-run: sessions, instances and Redis clients are what they are without agent");
  }

  @Test
  void nine_of_ten_are_enough_for_the_first_group_and_too_few_for_all() {
    figures.put(Act.FIRST_GROUP, Measured.figures(Act.FIRST_GROUP, 18, 40, 160, 1L));
    figures.put(Act.ALL, Measured.figures(Act.ALL, 18, 1, 4, 1L));

    assertThat(failing())
        .containsExactly(
            "enforce for all: at least 95 % of the sessions work",
            "enforce for all: one instance, one pool, nothing closed with 1011");
  }

  @Test
  void a_heap_that_is_a_quarter_and_a_bit_is_too_large() {
    figures.put(Act.ALL, Measured.figures(Act.ALL, 20, 1, 4, 58_000_000L));

    assertThat(failing())
        .containsExactly("enforce for all: the heap after a collection is at least 75 % smaller");
  }

  @Test
  void a_rollback_after_which_everything_works_shows_nothing() {
    figures.put(Act.ROLLED_BACK, Measured.figures(Act.ROLLED_BACK, 20, 1, 4, 1L));

    assertThat(failing())
        .containsExactly(
            "rolled back: observe: Redis is out of clients and sessions fail again, in the same JVM");
  }

  @Test
  void a_rollback_that_fails_for_another_reason_than_clients_shows_nothing() {
    figures.put(Act.ROLLED_BACK, Measured.figures(Act.ROLLED_BACK, 0, 1, 4, 1L));

    assertThat(failing())
        .containsExactly(
            "rolled back: observe: Redis is out of clients and sessions fail again, in the same JVM");
  }

  @Test
  void what_was_not_measured_holds_nothing() {
    figures.put(Act.ALL, Measured.figures(Act.ALL, 20, null, null, null));

    assertThat(failing())
        .containsExactly(
            "enforce for all: one instance, one pool, nothing closed with 1011",
            "enforce for all: the heap after a collection is at least 75 % smaller");
  }

  private List<String> failing() {
    return new Claims(figures)
        .all().stream().filter(claim -> !claim.holds()).map(Claim::claim).toList();
  }
}
