package dev.ssot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ssot.bootstrap.options.Option;
import dev.ssot.cli.terminal.Terminal;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** The commands as a whole: what the help shows, and what is refused before anything is touched. */
final class CommandLineMainTest {
  private final CommandLine commandLine = CommandLineMain.commandLine(Terminal.ofThisProcess());

  @Test
  void the_help_leads_from_the_list_to_the_way_out() {
    assertThat(commandLine.getUsageMessage())
        .containsSubsequence(
            "list ", "attach 1 --targets", "report 1", "--dry-run", "enforce", "observe", "detach")
        .contains("list ", "status", "heap", "completion")
        .containsSubsequence("Exit codes:", "0 ", "1 ", "2 ", "3 ", "4 ", "5 ");
  }

  @Test
  void attach_takes_each_option_of_the_agent() {
    String help = commandLine.getSubcommands().get("attach").getUsageMessage();

    assertThat(help)
        .contains(Stream.of(Option.values()).map(option -> "--" + option.key()).toList());
  }

  @Test
  void each_command_says_what_it_is_for() {
    assertThat(commandLine.getSubcommands().values())
        .hasSizeGreaterThan(7)
        .allSatisfy(
            command -> {
              assertThat(command.getCommandSpec().usageMessage().description()).isNotEmpty();
              assertThat(command.getUsageMessage()).contains("--help");
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "attach",
        "attach 1 --tragets com.acme.A",
        "attach 1 --mode wild",
        "attach 1 --targets A,B",
        "attach 1 --config /no/such/file.yaml",
        "attach 1 --enabled false",
        "attach 1 --targets A --targets B",
        "report 1 --format xml",
        "status 1 --max-duplicates many",
        "unknown"
      })
  void what_is_not_understood_ends_with_2(String words) {
    assertThat(commandLine.execute(words.split(" "))).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"status", "report", "heap", "detach", "attach"})
  void a_process_that_is_not_there_ends_with_3(String command) {
    assertThat(commandLine.execute(command, "999999999")).isEqualTo(3);
    assertThat(commandLine.execute(command, "no.such.MainClass")).isEqualTo(3);
  }
}
