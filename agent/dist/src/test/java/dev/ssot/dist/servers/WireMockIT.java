package dev.ssot.dist.servers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ssot.dist.ForkedJvm;
import dev.ssot.dist.Jdk;
import dev.ssot.dist.RunningJvm;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** WireMock 3: Jetty, Jackson and Guava in one jar, under names of its own. */
final class WireMockIT {
  private static final String SERVE_EVENT = "com.github.tomakehurst.wiremock.stubbing.ServeEvent";
  private static final String RESPONSE = "com.github.tomakehurst.wiremock.http.ResponseDefinition";
  private static final String POOL = "wiremock.org.eclipse.jetty.util.Pool";
  private static final int REQUESTS = 20;
  private static final String STUB =
      """
      {"id": "149b2ccf-bf9b-49e0-bd97-7c2f09567496", "request": {"url": "/hi", "method": "GET"},
       "response": {"status": 200, "body": "hello"}}
      """;

  @TempDir Path temp;

  static Stream<Jdk> jdks() {
    return Software.oldestAndNewest(11);
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void it_serves_as_without_the_agent_and_the_report_tells_what_the_heap_holds(Jdk jdk)
      throws Exception {
    Path file = temp.resolve("ssot.json");
    List<String> plain;
    List<String> watched;
    ForkedJvm.Exit plainExit;
    ForkedJvm.Exit watchedExit;
    Http http = Http.onFreePort();
    try (RunningJvm server = start(ForkedJvm.on(jdk), http)) {
      plain = drive(server, http);
      plainExit = server.terminate();
    }
    try (RunningJvm server = start(watched(jdk, file), http)) {
      watched = drive(server, http);
      Reported.thatAgreesWithTheHeap(server, file);
      watchedExit = server.terminate();
    }

    assertThat(watched).isEqualTo(plain).contains("200 hello");
    assertThat(watchedExit.code()).isEqualTo(plainExit.code());
    assertThat(ofTheServer(watchedExit.err())).isEqualTo(ofTheServer(plainExit.err()));
    assertIsComplete(Reported.read(file).isConsistent());
  }

  private static void assertIsComplete(Reported report) {
    JsonNode events = report.target(SERVE_EVENT);
    assertThat(events.get("sites").findValuesAsText("kind")).containsOnly("new");
    for (JsonNode site : events.get("sites")) {
      assertThat(site.get("class").asText()).isEqualTo(SERVE_EVENT);
    }
    assertThat(report.live()).containsEntry(SERVE_EVENT, 2 * REQUESTS);
    assertThat(report.target(RESPONSE).get("sites").findValuesAsText("kind"))
        .contains("new", "reflection");
    JsonNode pool = report.target(POOL).get("sites").get(0);
    // Its own packages have those of the libraries below them, which it has relocated.
    assertThat(pool.get("class").asText()).isEqualTo("wiremock.Run");
    assertThat(pool.get("via").asText()).contains(".doStart(");
    assertThat(pool.get("kind").asText()).isEqualTo("new");
  }

  private RunningJvm start(ForkedJvm jvm, Http http) throws Exception {
    RunningJvm server =
        jvm.inDirectory(temp)
            .startJar(
                Software.jar("wiremock-standalone"),
                "--port",
                http.port(),
                "--bind-address",
                "127.0.0.1");
    http.await(server, "/__admin/mappings");
    return server;
  }

  private ForkedJvm watched(Jdk jdk, Path file) {
    return ForkedJvm.on(jdk)
        .withAgent(
            "targets=" + SERVE_EVENT + ":" + RESPONSE + ":wiremock.org.eclipse.jetty.**.*Pool",
            "log=file:" + temp.resolve("ssot.log"),
            "report=" + file,
            "report.every=1s");
  }

  private static List<String> drive(RunningJvm server, Http http) throws Exception {
    List<String> answers = new ArrayList<>();
    answers.add(http.post("/__admin/mappings", STUB));
    for (int i = 0; i < REQUESTS; i++) {
      answers.add(http.get("/hi"));
      answers.add(http.get("/none"));
    }
    answers.add(http.post("/__admin/requests/count", "{\"url\": \"/hi\"}"));
    assertThat(server.isAlive()).isTrue();
    return answers;
  }

  private static List<String> ofTheServer(String printed) {
    return printed
        .lines()
        .filter(line -> !line.startsWith("[ssot] "))
        .map(line -> line.replaceAll("\\d+-\\d+-\\d+ \\d+:\\d+:\\d+\\.\\d+", "now"))
        .toList();
  }
}
