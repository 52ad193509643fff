package dev.ssot.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is shown to somebody who sits there, and what to a script. */
final class TerminalTest {
  @Test
  void headings_are_bold_on_a_terminal_only_and_never_with_no_color() {
    assertThat(FakeTerminal.typing("").terminal().bold("PID")).isEqualTo("\u001b[1mPID\u001b[0m");
    assertThat(FakeTerminal.withNoColour("").terminal().bold("PID")).contains("\u001b");
    assertThat(FakeTerminal.withNoColour("1").terminal().bold("PID")).isEqualTo("PID");
    assertThat(FakeTerminal.ofScript().terminal().bold("PID")).isEqualTo("PID");
  }

  @Test
  void a_question_is_answered_by_yes_and_everything_else_is_no() {
    FakeTerminal yes = FakeTerminal.typing("Yes\n");

    assertThat(yes.terminal().isInteractive()).isTrue();
    assertThat(yes.terminal().confirms("go on?")).isTrue();
    assertThat(yes.err()).isEqualTo("go on? [y/N] ");
    assertThat(FakeTerminal.typing("\n").terminal().confirms("go on?")).isFalse();
    assertThat(FakeTerminal.typing("").terminal().confirms("go on?")).isFalse();
    assertThat(FakeTerminal.ofScript().terminal().isInteractive()).isFalse();
  }

  @Test
  void what_takes_more_than_a_second_says_so_and_is_gone_when_it_is_done() {
    FakeTerminal terminal = FakeTerminal.typing("");

    assertThat(Progress.during(terminal.terminal(), "attaching", () -> slow("done")))
        .isEqualTo("done");

    assertThat(terminal.err()).startsWith("\r\u001b[Kattaching … 1 s").endsWith("\r\u001b[K");
    assertThat(terminal.out()).isEmpty();
  }

  @Test
  void what_is_quick_and_what_a_script_waits_for_leaves_no_trace() {
    FakeTerminal quick = FakeTerminal.typing("");
    FakeTerminal script = FakeTerminal.ofScript();

    Progress.during(quick.terminal(), "attaching", () -> "done");
    Progress.during(script.terminal(), "attaching", () -> slow("done"));

    assertThat(quick.err() + script.err()).isEmpty();
  }

  private static String slow(String answer) {
    try {
      Thread.sleep(1_500);
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
    return answer;
  }
}
