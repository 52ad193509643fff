package dev.ssot.dist.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ssot.dist.ForkedJvm;
import dev.ssot.dist.Jdk;
import dev.ssot.dist.RunningJvm;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Who names an interface, an enum or a class of the JDK is told so in every place, and which loaded
 * classes may be meant.
 */
final class UnusableTargetsIT {
  private static final String KINDS = "fixtures.life.Kinds";
  private static final Pattern ADDRESS = Pattern.compile("HTTP endpoint at (http://\\S+/)");
  private static final String STORE =
      "fixtures.life.Kinds$Store is an interface, which has no instances of its own; no loaded"
          + " class that can be a target matches **.Kinds$Store; loaded classes that implement it:"
          + " fixtures.life.Kinds$PlainStore, fixtures.life.Kinds$CachedStore; name the one that is"
          + " meant in the option targets";

  @TempDir private Path temp;

  @ParameterizedTest
  @MethodSource("dev.ssot.dist.Jdks#oldestAndNewest")
  void why_nothing_is_watched_stands_everywhere(Jdk jdk) throws Exception {
    ForkedJvm jvm =
        ForkedJvm.on(jdk)
            .withAgent(
                "targets=**.Kinds$Store:fixtures.life.Kinds$BaseStore:**.Kinds$Level:"
                    + "**.Kinds$Mark:java.util.ArrayList:fixtures.life.Pool",
                "log=stderr",
                "http=0");
    try (RunningJvm running = jvm.start(KINDS)) {
      running.awaitOutput("begun").await(() -> printed(running).contains(STORE), "log line");

      Map<String, JsonNode> refused = refused(get(running, "report"));
      assertThat(reasons(refused))
          .isEqualTo(
              Map.of(
                  "fixtures.life.Kinds$Store", "abstract",
                  "fixtures.life.Kinds$BaseStore", "abstract",
                  "fixtures.life.Kinds$Level", "enum",
                  "fixtures.life.Kinds$Mark", "abstract",
                  "java.util.ArrayList", "boot-loader"));
      assertThat(refused.get("java.util.ArrayList").get("instead").toString())
          .contains("fixtures.life.Kinds$Words");
      assertThat(refused.get("fixtures.life.Kinds$Level").get("instead")).isEmpty();
      String health = get(running, "health");
      refused.forEach(
          (name, each) -> assertThat(health).contains(name + " is " + each.get("hint").asText()));
      assertThat(health).contains("DEGRADED", STORE);
      assertThat(get(running, "report?format=text").replaceAll("\\s+", " "))
          .contains("fixtures.life.Kinds$Level - enum: an enum, which has its constants");
      try (JmxClient client = JmxClient.of(running)) {
        assertThat(client.mode("enforce", "**.Kinds$Store")).contains(STORE);
        assertThatThrownBy(() -> client.mode("enforce", "fixtures.life.Kinds$Store"))
            .hasStackTraceContaining(STORE);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("dev.ssot.dist.Jdks#oldestAndNewest")
  void an_added_target_that_cannot_be_one_is_refused(Jdk jdk) throws Exception {
    Path config = Files.writeString(temp.resolve("ssot.yaml"), "targets: [fixtures.life.Pool]\n");
    ForkedJvm jvm = ForkedJvm.on(jdk).withAgent("config=" + config, "log=stderr", "http=0");
    try (RunningJvm running = jvm.start(KINDS)) {
      running.awaitOutput("begun").await(() -> printed(running).contains("HTTP endpoint"), "start");
      assertThat(get(running, "health")).contains("\"UP\"");

      Files.writeString(
          config, "targets: [fixtures.life.Pool, \"**.Kinds$Store\", java.lang.Thread]\n");
      running.await(() -> printed(running).contains(STORE), "log line of the interface");
      running.await(() -> printed(running).contains("java.lang.Thread is a class"), "of the JDK");

      assertThat(reasons(refused(get(running, "report"))))
          .isEqualTo(
              Map.of("fixtures.life.Kinds$Store", "abstract", "java.lang.Thread", "boot-loader"));
      assertThat(get(running, "health")).contains("DEGRADED", STORE);
    }
  }

  /** No class file names a target, so that the engine never starts. */
  @ParameterizedTest
  @MethodSource("dev.ssot.dist.Jdks#oldestAndNewest")
  void the_hint_at_the_exit_tells_of_a_class_of_the_jdk(Jdk jdk) {
    ForkedJvm.Exit exit =
        ForkedJvm.on(jdk).withAgent("targets=**.AbstractList").run(KINDS, "at once");

    assertThat(exit.err())
        .contains(
            "nothing is watched for **.AbstractList so far; java.util.AbstractList is a class of"
                + " the JDK, which is never woven",
            "loaded classes that extend it: fixtures.life.Kinds$Words");
  }

  private static String printed(RunningJvm running) {
    return running.printed(0).err();
  }

  private static Map<String, JsonNode> refused(String report) throws Exception {
    Map<String, JsonNode> refused = new TreeMap<>();
    for (JsonNode each : new ObjectMapper().readTree(report).get("refused")) {
      refused.put(each.get("class").asText(), each);
    }
    return refused;
  }

  private static Map<String, String> reasons(Map<String, JsonNode> refused) {
    Map<String, String> reasons = new TreeMap<>();
    refused.forEach((name, each) -> reasons.put(name, each.get("reason").asText()));
    return reasons;
  }

  private static String get(RunningJvm running, String path) throws Exception {
    Matcher address = ADDRESS.matcher(printed(running));
    running.await(() -> address.reset(printed(running)).find(), "HTTP endpoint");
    URI uri = URI.create(address.group(1) + path);
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString())
        .body();
  }
}
