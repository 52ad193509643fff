package dev.ssot.engine.wording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ssot.bootstrap.options.Mode;
import dev.ssot.bootstrap.options.Option;
import dev.ssot.bootstrap.pattern.ClassNames;
import dev.ssot.engine.snapshot.AgentSnapshot;
import dev.ssot.engine.snapshot.CanonicalSnapshot;
import dev.ssot.engine.snapshot.GroupSnapshot;
import dev.ssot.engine.snapshot.JvmProcess;
import dev.ssot.engine.snapshot.TargetSnapshot;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A line that is to be written or typed does what the step says, and nothing more. */
final class NextStepsTest {
  private static final String FILE = "/etc/ssot.yaml";
  private static final String MODE = "java -jar ssot-agent.jar mode 7 ";
  private static final String START = "at a start: mode=enforce in the options of the agent";

  private final AgentSnapshot agent = new AgentSnapshot();
  private final TargetSnapshot target = target("com.acme.Pool");

  NextStepsTest() {
    agent.targets = new ArrayList<>(List.of(target));
    agent.config = FILE;
    JvmProcess process = new JvmProcess();
    process.pid = 7;
    agent.jvm = () -> process;
  }

  @Test
  void one_target_without_a_mode_of_its_own_follows_the_mode_of_the_file() {
    group(null, Mode.OBSERVE);

    assertThat(first().text).contains("With mode=dry-run in the same place");
    assertThat(first().commands).containsExactly(FILE + ":  mode: enforce");
  }

  @Test
  void the_line_stands_where_it_wins_and_concerns_no_other_target() {
    group(null, Mode.OBSERVE);
    target.ownMode = true;
    assertThat(first().commands).containsExactly(FILE + ", at the target **.Pool:  mode: enforce");

    target.ownMode = false;
    agent.targets.add(target("com.acme.Cache"));
    assertThat(first().commands).containsExactly(FILE + ", at the target **.Pool:  mode: enforce");
  }

  @Test
  void a_mode_that_overrides_the_file_sends_to_the_target_and_then_to_the_command() {
    group(null, Mode.OBSERVE);
    agent.outsideFile = EnumSet.of(Option.MODE);
    assertThat(first().commands).containsExactly(FILE + ", at the target **.Pool:  mode: enforce");

    agent.outsideFile = EnumSet.of(Option.MODE, Option.TARGETS);
    assertThat(first().commands)
        .containsExactly(MODE + "enforce --target com.acme.Pool", "or " + START);

    agent.jmx = false;
    assertThat(first().commands).containsExactly(START);
  }

  @Test
  void a_group_is_switched_in_the_file_or_by_the_command() {
    group("P1", Mode.OBSERVE);
    assertThat(first().commands).containsExactly(FILE + ", at the group P1:  mode: enforce");

    agent.outsideFile = EnumSet.of(Option.GROUPS);
    assertThat(first().commands).containsExactly(MODE + "enforce --group P1");

    agent.jmx = false;
    assertThat(first().commands).containsExactly(START + ", for all groups");
  }

  @Test
  void who_is_in_dry_run_is_not_sent_there() {
    group("P1", Mode.DRY_RUN);

    assertThat(first().text).contains("mode=enforce for P1").doesNotContain("dry-run");
  }

  @Test
  void while_the_file_stops_everything_no_mode_is_advised() {
    group("P1", Mode.OFF);
    agent.stopped = true;

    assertThat(first().text).contains("enabled: false").doesNotContain("enforce");
    assertThat(first().commands).containsExactly(FILE + ":  enabled: true");
  }

  @Test
  void the_way_back_is_one_that_there_is() {
    group("P1", Mode.ENFORCE);
    assertThat(last().commands).containsExactly(FILE + ":  enabled: false");

    agent.outsideFile = EnumSet.of(Option.ENABLED);
    assertThat(last().commands).containsExactly(MODE + "observe");

    agent.jmx = false;
    assertThat(last().text).endsWith("Go back:");
    assertThat(last().commands)
        .containsExactly("a restart with mode=observe in the options of the agent");
  }

  @Test
  void a_shell_takes_a_name_as_one_word_whatever_is_in_it() {
    assertThat(ShellCommand.of(agent, "mode", "enforce", "--group", "P1 $(x) 'core'"))
        .isEqualTo(MODE + "enforce --group 'P1 $(x) '\\''core'\\'''");
    agent.jvm.get().pid = -1;
    assertThat(ShellCommand.of(agent, "heap")).isEqualTo("java -jar ssot-agent.jar heap PID");
  }

  private NextSteps.Step first() {
    return NextSteps.of(agent, target).get(0);
  }

  private NextSteps.Step last() {
    List<NextSteps.Step> steps = NextSteps.of(agent, target);
    return steps.get(steps.size() - 1);
  }

  private void group(String name, Mode mode) {
    GroupSnapshot group = new GroupSnapshot();
    group.name = name;
    group.mode = mode;
    group.sites = 1;
    group.redirectable = 1;
    target.groups = List.of(group);
  }

  private static TargetSnapshot target(String className) {
    TargetSnapshot target = new TargetSnapshot();
    target.className = className;
    target.option = "**." + ClassNames.simple(className);
    target.mode = Mode.OBSERVE;
    target.exact = true;
    target.canonical = new CanonicalSnapshot();
    return target;
  }
}
