package dev.ssot.dist.operate;

import static dev.ssot.dist.operate.Commands.pid;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ssot.dist.ForkedJvm;
import dev.ssot.dist.Jdk;
import dev.ssot.dist.Jdks;
import dev.ssot.dist.RunningJvm;
import dev.ssot.dist.ServedJvm;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Commands over HTTP: they do and say what those of the command line do and say. */
final class HttpCommandsIT {
  private static final String TOKEN = "correct-horse-battery";
  private static final String KEPT = "fixtures.attach.Kept";
  private static final String POOL = "fixtures.life.Pool";

  @TempDir private Path temp;

  @ParameterizedTest
  @MethodSource("dev.ssot.dist.Jdks#oldestAndNewest")
  void a_group_is_switched_for_a_time_and_back(Jdk jdk) throws Exception {
    Path file = temp.resolve("ssot.yaml");
    Files.writeString(
        file,
        "targets: [%s]%ngroups:%n- {name: P1 calls, priority: 1, sites: ['%s']}%n"
            .formatted(KEPT, "fixtures.attach.Running#called"));
    try (RunningJvm running =
        ForkedJvm.on(jdk)
            .withAgent("config=" + file, "http=0", "http.token=" + TOKEN, "log=stderr")
            .start("fixtures.attach.Running")
            .awaitOutput("round of own")) {
      String group = "mode=enforce&group=P1+calls&for=2h";

      assertThat(fine(running, "mode", group + "&dry-run=true"))
          .startsWith("P1 calls would be enforce, it is observe; for 2h; Kept: 1 of 1 call site");
      assertThat(modeOfGroup(running)).isEqualTo("observe");

      assertThat(fine(running, "mode", group))
          .startsWith("P1 calls is now enforce, it was observe; for 2h, until ");
      running.awaitOutput("round of shared");
      assertThat(modeOfGroup(running)).isEqualTo("enforce");
      assertThat(history(running)).contains("\"by\":\"http\"").contains("\"then\":\"observe\"");

      assertThat(fine(running, "mode", "mode=observe")).startsWith("all is now observe");
      assertThat(modeOfGroup(running)).isEqualTo("observe");
    }
  }

  @Test
  void the_answers_are_those_of_the_command_line() throws Exception {
    Commands commands = new Commands(Jdks.running());
    try (RunningJvm running = steady("http.token=" + TOKEN)) {
      String pid = pid(running);

      assertThat(fine(running, "mode", "mode=fail&target=" + POOL + "&dry-run=true"))
          .isEqualTo(commands.fine("mode", pid, "fail", "--target", POOL, "--dry-run"));
      String switched = fine(running, "mode", "mode=dry-run&sites=fixtures.life.**");
      fine(running, "mode", "mode=observe");
      assertThat(commands.fine("mode", pid, "dry-run", "--sites", "fixtures.life.**"))
          .startsWith(switched);
      assertThat(refused(running, 400, "mode=enforce&group=P1"))
          .startsWith("there is no group 'P1'; the configuration has no groups");
      assertThat(commands.failing(2, "mode", pid, "enforce", "--group", "P1"))
          .contains("there is no group 'P1'; the configuration has no groups");

      String byHttp = fine(running, "heap", "");
      String byCommand = commands.fine("heap", pid, "--json", "--yes");
      assertThat(withoutTime(byHttp)).isEqualTo(withoutTime(byCommand)).contains("\"instances\":4");
    }
  }

  @Test
  void who_has_no_token_changes_nothing() throws Exception {
    try (RunningJvm running = steady("http.token=" + TOKEN)) {
      String before = modes(running);

      assertThat(ServedJvm.post(running, "mode", null, "mode=fail").statusCode()).isEqualTo(401);
      assertThat(ServedJvm.post(running, "mode", TOKEN + "x", "mode=fail").statusCode())
          .isEqualTo(401);
      assertThat(ServedJvm.post(running, "heap", null, "").statusCode()).isEqualTo(401);
      for (String path : List.of("mode?mode=fail", "heap", "", "report?mode=fail", "health")) {
        ServedJvm.get(running, path, "Authorization", "Bearer " + TOKEN);
      }
      assertThat(modes(running)).isEqualTo(before).contains("\"mode\":\"observe\"");
    }
    try (RunningJvm running = steady("jmx=false")) {
      HttpResponse<String> reply = ServedJvm.post(running, "mode", TOKEN, "mode=fail");

      assertThat(reply.statusCode()).isEqualTo(403);
      assertThat(reply.body()).contains("set http.token");
      assertThat(modes(running)).contains("\"mode\":\"observe\"");
    }
  }

  /** Constructs nine, keeps four, and then waits. */
  private RunningJvm steady(String option) {
    return ForkedJvm.on(Jdks.running())
        .withAgent("targets=" + POOL, "http=0", "log=stderr", option)
        .start("fixtures.life.Garbage", "9", "4", temp.resolve("end").toString())
        .awaitOutput("kept 4");
  }

  private static String fine(RunningJvm running, String path, String form) throws Exception {
    HttpResponse<String> reply = ServedJvm.post(running, path, TOKEN, form);
    assertThat(reply.statusCode()).as(reply.body()).isEqualTo(200);
    return reply.body();
  }

  private static String refused(RunningJvm running, int status, String form) throws Exception {
    HttpResponse<String> reply = ServedJvm.post(running, "mode", TOKEN, form);
    assertThat(reply.statusCode()).as(reply.body()).isEqualTo(status);
    return reply.body();
  }

  private static String withoutTime(String heap) {
    return heap.replaceFirst("\"at\":\"[^\"]*\"", "").strip();
  }

  private static String modeOfGroup(RunningJvm running) throws Exception {
    return report(running).at("/targets/0/groups/0/mode").asText();
  }

  private static String history(RunningJvm running) throws Exception {
    return report(running).at("/targets/0/modes").toString();
  }

  /** The mode of all and of the target, the changes, and whether the heap was counted. */
  private static String modes(RunningJvm running) throws Exception {
    JsonNode report = report(running);
    JsonNode target = report.at("/targets/0");
    return report.get("agent") + "" + target.get("mode") + target.get("modes") + target.get("heap");
  }

  private static JsonNode report(RunningJvm running) throws Exception {
    return new ObjectMapper().readTree(ServedJvm.get(running, "report?format=json"));
  }
}
