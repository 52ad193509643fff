package dev.ssot.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A short story: fewer users, who say less; the figures that it rests on are its own. */
class StoryIT {
  private static final int SESSIONS = 8;

  /** Ten acts on two busy cores; nothing is asserted of how long they take. */
  private static final int PATIENCE_SECONDS = 900;

  private static int exitCode;
  private static String output;
  private static JsonNode told;

  @BeforeAll
  static void tell_it(@TempDir Path temporary, @TempDir Path results) throws Exception {
    Path json = results.resolve("story.json");
    try (DemoProcess story =
        DemoProcess.run(
            temporary,
            List.of(),
            "story",
            "--sessions=" + SESSIONS,
            "--messages=2",
            "--json=" + json)) {
      exitCode = story.exitCode(PATIENCE_SECONDS);
      output = story.output();
    }
    assertThat(json).as(output).exists();
    told = new JsonMapper().readTree(Files.readString(json));
    try (var files = Files.list(temporary)) {
      assertThat(files).as("what it leaves behind").isEmpty();
    }
  }

  @Test
  void every_claim_holds() {
    assertThat(told.get("claims").valueStream())
        .as(output)
        .isNotEmpty()
        .allMatch(claim -> claim.get("holds").asBoolean());
    assertThat(exitCode).isZero();
  }

  @Test
  void each_act_is_measured() {
    assertThat(told.get("acts").valueStream().map(act -> act.get("act").asString()))
        .containsExactly(
            "without agent",
            "observe",
            "dry-run",
            "enforce for P1 only",
            "enforce for all",
            "rolled back: observe",
            "enforce again",
            "failing, no agent yet",
            "attached: enforce",
            "the agent has left");
    for (JsonNode act : told.get("acts")) {
      assertThat(act.get("sessions").asInt()).isEqualTo(SESSIONS);
      for (String figure :
          List.of("instances", "pools", "redisClients", "heapAfterGc", "poolWait")) {
        assertThat(act.get(figure).isNumber()).as(figure + " in " + act).isTrue();
      }
    }
  }

  /** Nobody reads a message when nobody gets in. */
  @Test
  void what_cannot_be_measured_is_said_to_be_not() {
    assertThat(act("without agent").get("latencyMedian").isNull()).isTrue();
    assertThat(output.lines().filter(line -> line.startsWith("without agent")))
        .anyMatch(line -> line.contains("not measured"));
    assertThat(act("enforce for all").get("latencyMedian").asDouble()).isPositive();
  }

  @Test
  void the_groups_are_put_right_one_after_the_other() {
    assertThat(act("without agent").get("instances").asInt()).isEqualTo(48);
    assertThat(act("enforce for P1 only").get("instances").asInt()).isEqualTo(40);
    assertThat(act("enforce for all").get("instances").asInt()).isEqualTo(1);
  }

  /** One is switched; one fails, is attached to, works, and is left. */
  @Test
  void six_acts_share_two_jvms() {
    assertThat(told.get("acts").valueStream().map(act -> act.get("pid").asLong()).distinct())
        .hasSize(6);
    for (String title : List.of("attached: enforce", "the agent has left")) {
      assertThat(act(title).get("pid")).isEqualTo(act("failing, no agent yet").get("pid"));
    }
    assertThat(act("the agent has left").get("agentClasses").asInt()).isZero();
    assertThat(output).contains("detached: every call site constructs as before");
    assertThat(act("rolled back: observe").get("pid")).isEqualTo(act("enforce for all").get("pid"));
    assertThat(act("enforce again").get("pid")).isEqualTo(act("enforce for all").get("pid"));
  }

  private static JsonNode act(String title) {
    return told.get("acts")
        .valueStream()
        .filter(act -> act.get("act").asString().equals(title))
        .findFirst()
        .orElseThrow();
  }
}
