package dev.ssot.engine.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ssot.engine.report.Golden;
import dev.ssot.engine.report.Snapshots;
import dev.ssot.engine.snapshot.AgentSnapshot;
import dev.ssot.engine.snapshot.CanonicalSnapshot;
import java.io.IOException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class TextReportTest {
  private static final String SITUATIONS = "dev.ssot.engine.report.Situations#all";

  /** Nothing in it can be a blank or a dot at which a line or a name is broken. */
  private static final Pattern LONG_NAME = Pattern.compile("[^ .]{40}");

  private static final String COMMAND = " {7}(MBean|or at a start:|jmap|/etc/).*";

  @ParameterizedTest(name = "{0}")
  @MethodSource(SITUATIONS)
  void reads_as_in_the_golden_file(String name, AgentSnapshot snapshot) throws IOException {
    Golden.check(name + ".txt", text(snapshot, false));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource(SITUATIONS)
  void only_a_long_name_or_a_command_is_wider_than_a_terminal(String name, AgentSnapshot snapshot)
      throws IOException {
    assertThat(text(snapshot, false).lines())
        .as(name)
        .allSatisfy(line -> assertThat(line).doesNotEndWith(" "))
        .filteredOn(line -> line.length() > 100)
        .allMatch(line -> LONG_NAME.matcher(line).find() || line.matches(COMMAND));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource(SITUATIONS)
  void colour_changes_nothing_but_colour(String name, AgentSnapshot snapshot) throws IOException {
    String coloured = text(snapshot, true);

    assertThat(coloured).contains("\u001b[");
    assertThat(coloured.replaceAll("\u001b\\[[0-9;]*m", ""))
        .as(name)
        .isEqualTo(text(snapshot, false));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource(SITUATIONS)
  void nothing_of_the_application_reaches_the_terminal_unescaped(
      String name, AgentSnapshot snapshot) throws IOException {
    assertThat(text(snapshot, false).lines())
        .as(name)
        .allSatisfy(line -> assertThat(line).doesNotContainPattern("\\p{Cntrl}"));
  }

  @Test
  void instances_that_are_gone_still_make_a_finding() throws IOException {
    AgentSnapshot snapshot = Snapshots.oneSite();
    snapshot.targets.get(0).sites.get(0).live = 0;
    Snapshots.summed(snapshot);

    assertThat(text(snapshot, false))
        .contains("no duplicates alive now, but 12 constructions from 1 call site in 1 file\n");
  }

  @Test
  void duplicates_older_than_the_agent_are_no_call_site_s() throws IOException {
    AgentSnapshot snapshot = Snapshots.nothingFound();
    snapshot.targets.get(0).beforeAttach = 4;
    Snapshots.summed(snapshot);

    assertThat(text(snapshot, false)).contains("4 duplicates, from no call site that was seen\n");
  }

  @Test
  void the_first_instance_is_not_called_unknown_before_it_is_chosen() throws IOException {
    AgentSnapshot snapshot = Snapshots.oneSite();
    CanonicalSnapshot canonical = snapshot.targets.get(0).canonical;
    canonical.source = "first";
    canonical.description = null;
    canonical.resolved = false;

    assertThat(text(snapshot, false))
        .contains("canonical   the first construction, chosen by the first redirect\n")
        .doesNotContain("nothing is redirected");
  }

  private static String text(AgentSnapshot snapshot, boolean colour) throws IOException {
    StringBuilder out = new StringBuilder();
    new TextReport(colour).write(snapshot, out);
    return out.toString();
  }
}
