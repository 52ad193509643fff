package dev.ssot.engine.wording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ssot.bootstrap.options.Options;
import dev.ssot.bootstrap.options.OptionsException;
import dev.ssot.engine.policy.ModeScope;
import dev.ssot.engine.policy.ModeTable;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What outlives a switch is told apart from what begins with it. */
final class ModeWordsTest {
  @Test
  void a_group_that_enforced_before_still_does() throws OptionsException {
    assertThat(told(table("dry-run", "enforce"), table("observe", "enforce")))
        .containsExactly("P1 STILL enforces (its own mode in the file)");
    assertThat(told(table("enforce", null), table("observe", "enforce")))
        .containsExactly("P1 STILL enforces (its own mode in the file)");
  }

  @Test
  void a_group_that_begins_with_the_same_change_does_so_from_now_on() throws OptionsException {
    assertThat(told(table("dry-run", null), table("observe", "enforce")))
        .containsExactly("P1 enforces from now on (its own mode in the file)");
    assertThat(told(table("dry-run", "enforce"), table("observe", "fail")))
        .containsExactly("P1 throws from now on (its own mode in the file)");
  }

  @Test
  void a_group_that_only_counts_stays_or_changes() throws OptionsException {
    assertThat(told(table("observe", "dry-run"), table("enforce", "dry-run")))
        .containsExactly("P1 stays dry-run (its own mode in the file)");
    assertThat(told(table("observe", null), table("enforce", "off")))
        .containsExactly("P1 is now off (its own mode in the file)");
  }

  private static List<String> told(ModeTable before, ModeTable after) {
    return ModeWords.exceptions(after.exceptionsFrom(ModeScope.ALL, after.ofAll()), before);
  }

  private static ModeTable table(String mode, String group) throws OptionsException {
    Map<String, Object> p1 =
        group == null
            ? Map.of("name", "P1", "sites", List.of("com.acme.**"))
            : Map.of("name", "P1", "sites", List.of("com.acme.**"), "mode", group);
    Map<String, Object> file = Map.of("mode", mode, "groups", List.of(p1));
    return ModeTable.of(Options.read("config=ssot.yaml", Map.of(), Map.of(), path -> file));
  }
}
