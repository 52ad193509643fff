package dev.ssot.dist.operate;

import static dev.ssot.dist.operate.Commands.pid;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ssot.dist.ForkedJvm;
import dev.ssot.dist.Jdk;
import dev.ssot.dist.Jdks;
import dev.ssot.dist.PackagedJar;
import dev.ssot.dist.RunningJvm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * From a process that was started without the agent, and that has loaded and constructed the target
 * already, to the list of lines, to enforce, back, and out.
 */
final class CommandsIT {
  private static final String RUNNING = "fixtures.attach.Running";
  private static final String KEPT = "fixtures.attach.Kept";

  private static final String FORMS = "fixtures.attach.Forms";
  private static final String SOUGHT = "fixtures.attach.Sought";

  @TempDir private Path temp;

  @ParameterizedTest
  @MethodSource("dev.ssot.dist.Jdks#all")
  void from_the_list_of_processes_to_enforce_back_and_out(Jdk jdk) throws Exception {
    Commands commands = new Commands(jdk);
    try (RunningJvm running = ForkedJvm.on(jdk).start(RUNNING).awaitOutput("running")) {
      String pid = pid(running);
      assertThat(row(commands, pid)).containsSubsequence(pid, RUNNING, "–");

      assertThat(commands.fine("attach", pid, "--targets", KEPT))
          .startsWith(RUNNING + " (" + pid + "): attached in ")
          .contains("mode observe; watching " + KEPT + "\n")
          .contains(" report " + pid, " heap " + pid);
      assertThat(row(commands, pid)).containsPattern("0\\.\\d\\S* \\(\\w+\\) observe, \\d+ dup");
      assertThat(commands.fine("status", pid, "--max-duplicates", "100000"))
          .contains(KEPT + ": at least ", " constructed at ", ", mode observe");

      assertThat(commands.fine("report", pid)).contains("Running.java:41", "What to do");
      assertThat(commands.fine("mode", pid, "enforce", "--for", "2h", "--dry-run"))
          .contains("all would be enforce, it is observe; for 2h; Kept: ", "nothing was changed");
      assertThat(status(commands, pid).get("mode").asText()).isEqualTo("observe");

      assertThat(commands.fine("mode", pid, "enforce", "--for", "2h"))
          .contains("all is now enforce, it was observe; for 2h", "go back: java -jar ")
          .contains(" mode " + pid + " observe");
      running.awaitOutput("round of shared");
      assertThat(commands.fine("mode", pid, "observe")).contains("all is now observe");
      assertThat(commands.fine("heap", pid)).contains(KEPT + ": ", " in the heap");
      assertThat(history(commands, pid)).contains("\"by\":\"cli\"");

      assertThat(commands.failing(1, "detach", pid))
          .contains(KEPT + " is shared by " + RUNNING, "--force");
      assertThat(status(commands, pid).get("mode").asText()).isEqualTo("observe");
      assertThat(commands.fine("detach", pid, "--force"))
          .startsWith("detached: every call site constructs as before");
      assertThat(row(commands, pid)).containsSubsequence(pid, RUNNING, "–");
      assertThat(commands.failing(4, "status", pid)).contains("has no agent");
      assertThat(commands.fine("attach", pid, "--targets", KEPT)).contains("watching " + KEPT);
      assertThat(commands.fine("detach", pid)).startsWith("detached: ");
      assertThat(running.printed(0).err()).doesNotContain("Exception");
    }
  }

  @Test
  void a_process_without_the_agent_is_not_touched_and_the_command_to_attach_is_named() {
    Commands commands = new Commands(Jdks.running());
    try (RunningJvm running = ForkedJvm.on(Jdks.running()).start(RUNNING)) {
      String pid = pid(running.awaitOutput("running"));
      for (String command : List.of("status", "report", "heap", "detach")) {
        assertThat(commands.failing(4, command, pid))
            .contains("(" + pid + ") has no agent", " attach " + pid + " --targets ");
      }
      assertThat(commands.failing(4, "mode", pid, "observe")).contains("has no agent");
      assertThat(Path.of("/tmp/.java_pid" + pid)).doesNotExist();
    }
  }

  @Test
  void a_second_attach_changes_what_an_agent_can_follow_while_it_runs() {
    Commands commands = new Commands(Jdks.running());
    try (RunningJvm running = ForkedJvm.on(Jdks.running()).start(RUNNING)) {
      String pid = pid(running.awaitOutput("running"));
      commands.fine("attach", pid, "--targets", KEPT);

      assertThat(commands.fine("attach", pid, "--targets", FORMS, "--share", "site"))
          .contains("the agent is there already", "watching ", KEPT)
          .contains("changed: ", "share", "targets (added: " + FORMS + ")");
      assertThat(commands.fine("attach", pid, "--mode=enforce")).contains(", mode enforce, ");
      running.awaitOutput("round of own"); // each call site has its own instance
      assertThat(commands.failing(1, "attach", pid, "--live.limit", "5", "--share", "one"))
          .contains("cannot change live.limit, so nothing was changed");
      assertThat(commands.failing(2, "attach", pid, "--share", "sites"))
          .contains("bad option share=sites");
      assertThat(commands.fine("attach", pid, "--share=one")).contains("changed: share");
      running.awaitOutput("round of shared");
      commands.fine("mode", pid, "observe");
      assertThat(commands.failing(1, "attach", pid, "--mode=dry-run")).contains("command mode");
    }
  }

  @Test
  void jcmd_loads_the_agent_if_the_options_are_quoted_twice() {
    try (RunningJvm running = ForkedJvm.on(Jdks.running()).start(RUNNING)) {
      String pid = pid(running.awaitOutput("running"));
      String options = "targets=" + KEPT + ",mode=enforce,log=stderr";

      load(pid, options);
      running.await(() -> running.printed(0).err().contains("bad option \"targets\""), "complaint");
      load(pid, '"' + options + '"');
      running.awaitOutput("round of shared");
    }
  }

  private static void load(String pid, String options) {
    String jar = PackagedJar.path().toString();
    ForkedJvm.Exit exit =
        ForkedJvm.on(Jdks.running()).runTool("jcmd", pid, "JVMTI.agent_load", jar, options);
    assertThat(exit.out()).contains("return code: 0");
  }

  @Test
  void a_process_is_found_by_a_part_of_its_main_class() {
    Commands commands = new Commands(Jdks.running());
    try (RunningJvm running = ForkedJvm.on(Jdks.running()).start(SOUGHT)) {
      String pid = pid(running.awaitOutput("running"));
      try (RunningJvm other = ForkedJvm.on(Jdks.running()).start(SOUGHT)) {
        other.awaitOutput("running");
        assertThat(commands.failing(3, "status", "attach.Sought"))
            .contains("is not unique", "(" + pid + ")", "(" + other.pid() + ")");
      }
      assertThat(commands.failing(4, "status", "attach.Sought")).contains("(" + pid + ")");
      assertThat(commands.failing(3, "status", "attach.Nothing"))
          .contains("attach.Nothing", SOUGHT);
    }
  }

  @Test
  void programs_get_json_and_a_verdict() throws Exception {
    Commands commands = new Commands(Jdks.running());
    try (RunningJvm running = started("fixtures.life.Garbage", "9", "4")) {
      String pid = pid(running.awaitOutput("kept 4"));

      JsonNode status = status(commands, pid);
      assertThat(status.get("pid").asText()).isEqualTo(pid);
      assertThat(status.at("/targets/0/className").asText()).isEqualTo("fixtures.life.Pool");
      assertThat(status.at("/targets/0/duplicates").asLong()).isEqualTo(3);
      assertThat(commands.fine("status", pid, "--max-duplicates", "3")).contains("3 duplicates");
      assertThat(commands.failing(1, "status", pid, "--max-duplicates", "2"))
          .isEqualTo("fixtures.life.Pool: 3 duplicates, allowed are 2\n");
      JsonNode heap = new ObjectMapper().readTree(commands.fine("heap", pid, "--json", "--yes"));
      assertThat(heap.at("/fixtures.life.Pool/instances").asLong()).isEqualTo(4);
      assertThat(list(commands, pid).get("duplicates").asLong()).isEqualTo(3);
    }
  }

  /** Somebody who has the jar alone copies it from the report. */
  @Test
  void what_the_report_advises_is_a_command_that_works() {
    Commands commands = new Commands(Jdks.running());
    try (RunningJvm running =
        ForkedJvm.on(Jdks.running()).withAgent("targets=" + KEPT).start(RUNNING)) {
      String pid = pid(running.awaitOutput("running"));
      String start = "java -jar ssot-agent.jar mode ";
      String advice =
          commands
              .fine("report", pid)
              .lines()
              .filter(line -> line.contains(start))
              .findFirst()
              .orElseThrow();

      assertThat(advice).endsWith(start + pid + " enforce --target " + KEPT);
      commands.fine(advice.strip().replace("java -jar ssot-agent.jar ", "").split(" "));
      running.awaitOutput("round of shared");
      assertThat(commands.fine("report", pid)).contains(start + pid + " observe");
    }
  }

  @Test
  void a_report_goes_into_a_file_whose_extension_picks_the_format() throws Exception {
    Commands commands = new Commands(Jdks.running());
    try (RunningJvm running = started("fixtures.life.Garbage", "9", "4")) {
      String pid = pid(running.awaitOutput("kept 4"));
      Path json = temp.resolve("report.json");
      Path yaml = temp.resolve("ssot.yaml");

      assertThat(commands.fine("report", pid, "-o", json.toString())).isEmpty();
      assertThat(commands.fine("report", pid, "--groups", "-o", yaml.toString())).isEmpty();

      assertThat(new ObjectMapper().readTree(json.toFile()).get("schema").asInt()).isEqualTo(1);
      assertThat(yaml).content().contains("sites: [\"fixtures.life.*\"]");
      assertThat(commands.fine("report", pid, "--format", "markdown")).contains("## ");
    }
  }

  /** Of what the command line and the agent's JVM say to each other, versions differ. */
  @Test
  void the_oldest_java_operates_the_newest_and_the_other_way_round() {
    List<Jdk> jdks = Jdks.all().toList();
    Jdk oldest = jdks.get(0);
    Jdk newest = jdks.get(jdks.size() - 1);
    assertOperates(oldest, newest);
    assertOperates(newest, oldest);
  }

  private static void assertOperates(Jdk ours, Jdk theirs) {
    Commands commands = new Commands(ours);
    try (RunningJvm running = ForkedJvm.on(theirs).start(RUNNING)) {
      String pid = pid(running.awaitOutput("running"));
      assertThat(commands.fine("attach", pid, "--targets=" + KEPT)).contains("watching " + KEPT);
      assertThat(commands.fine("status", pid)).contains(KEPT);
    }
  }

  private RunningJvm started(String mainClass, String... arguments) {
    return ForkedJvm.on(Jdks.running())
        .withAgent("targets=fixtures.life.Pool")
        .start(mainClass, arguments[0], arguments[1], temp.resolve("end").toString());
  }

  private static String row(Commands commands, String pid) {
    return commands.fine("list").lines().filter(line -> line.contains(pid)).findFirst().orElse("");
  }

  private static JsonNode list(Commands commands, String pid) throws Exception {
    for (JsonNode each : new ObjectMapper().readTree(commands.fine("list", "--json"))) {
      if (each.get("pid").asText().equals(pid)) {
        return each;
      }
    }
    throw new AssertionError(pid);
  }

  private static JsonNode status(Commands commands, String pid) throws Exception {
    return new ObjectMapper().readTree(commands.fine("status", pid, "--json"));
  }

  private String history(Commands commands, String pid) throws Exception {
    Path file = temp.resolve("history.json");
    commands.fine("report", pid, "-o", file.toString());
    return new ObjectMapper().readTree(Files.readString(file)).at("/targets/0/modes").toString();
  }
}
