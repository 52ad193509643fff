package dev.ssot.dist.servers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ssot.dist.ForkedJvm;
import dev.ssot.dist.Jdk;
import dev.ssot.dist.RunningJvm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A server that nobody here wrote serves with one instance of a class of which it makes many: what
 * reads the patterns of its stubs, which its Jackson makes by reflection and its own code by {@code
 * new}, and what its JSON paths are evaluated with, made for each request.
 */
final class EnforcedServerIT {
  private static final String READER =
      "com.github.tomakehurst.wiremock.matching.StringValuePatternJsonDeserializer";
  private static final String PATHS = "wiremock.com.jayway.jsonpath.spi.json.JsonSmartJsonProvider";
  private static final String TARGETS = "targets=" + READER + ":" + PATHS;
  private static final int CLIENTS = 8;
  private static final int REQUESTS = 5;

  /** Two patterns of the body, read by two instances of the reader. */
  private static final String STUB =
      """
      {"id": "149b2ccf-bf9b-49e0-bd97-7c2f0956749%d",
       "request": {"url": "/order/%d", "method": "POST", "bodyPatterns": [
         {"matchesJsonPath": {"expression": "$.customer", "contains": "customer %d"}},
         {"equalToJson": "{\\"amount\\": %d}", "ignoreExtraElements": true}]},
       "response": {"status": 201, "jsonBody": {"order": %d, "state": ["taken"]}}}
      """;

  @TempDir Path temp;

  static Stream<Jdk> jdks() {
    return Software.oldestAndNewest(11);
  }

  /** The configuration file is looked at every ten seconds. */
  static Stream<Jdk> newest() {
    return jdks().reduce((oldest, newest) -> newest).stream();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void it_answers_the_same_with_the_first_instance_for_all(Jdk jdk) throws Exception {
    Map<String, List<String>> answers = new TreeMap<>();
    Map<String, Reported> reports = new TreeMap<>();
    for (String options :
        List.of("mode=observe", "mode=enforce,canonical=first,configured=ignore")) {
      Path file = temp.resolve("ssot.json");
      Http http = Http.onFreePort();
      try (RunningJvm server =
          start(jdk, http, TARGETS, options, "report=" + file, "report.every=1s")) {
        answers.put(options, drive(http));
        reports.put(options, Reported.thatAgreesWithTheHeap(server, file));
        assertThatItEndsWell(server);
      }
    }

    Reported observed = reports.get("mode=observe").isConsistent();
    assertThat(observed.live().get(READER)).isGreaterThan(1);
    assertThat(observed.target(READER).get("sites").findValuesAsText("kind"))
        .contains("new", "reflection");
    Reported enforced = reports.get("mode=enforce,canonical=first,configured=ignore");
    assertThat(enforced.live()).containsEntry(READER, 1).containsEntry(PATHS, 1);
    for (String target : List.of(READER, PATHS)) {
      assertThat(count(enforced, target, "constructions")).isOne();
      assertThat(count(enforced, target, "redirects"))
          .isEqualTo(count(observed, target, "constructions") - 1);
      assertThat(enforced.target(target).get("failures")).isEmpty();
    }
    assertThat(answers.get("mode=enforce,canonical=first,configured=ignore"))
        .isEqualTo(answers.get("mode=observe"));
  }

  @ParameterizedTest
  @MethodSource("newest")
  void it_is_switched_to_one_instance_and_back_while_it_serves(Jdk jdk) throws Exception {
    Path config = temp.resolve("ssot.yaml");
    Http agent = Http.onFreePort();
    Http http = Http.onFreePort();
    write(config, "observe", agent);
    try (RunningJvm server = start(jdk, http, "config=" + config)) {
      List<String> expected = drive(http);
      long each = count(Reported.ask(agent), PATHS, "constructions");

      switchTo("enforce", config, agent, server);
      Reported before = Reported.ask(agent);
      assertThat(drive(http)).isEqualTo(expected);
      Reported enforced = Reported.ask(agent);
      for (String target : List.of(READER, PATHS)) {
        assertThat(count(enforced, target, "constructions"))
            .isEqualTo(count(before, target, "constructions"));
        assertThat(count(enforced, target, "redirects")).isPositive();
      }

      switchTo("observe", config, agent, server);
      assertThat(drive(http)).isEqualTo(expected);
      Reported after = Reported.ask(agent);
      assertThat(count(after, PATHS, "redirects")).isEqualTo(count(enforced, PATHS, "redirects"));
      assertThat(count(after, PATHS, "constructions") - count(enforced, PATHS, "constructions"))
          .isBetween(each / 2, each);
      assertThatItEndsWell(server);
    }
  }

  private static void write(Path config, String mode, Http agent) throws Exception {
    Files.writeString(
        config,
        """
        targets: [%s, %s]
        mode: %s
        canonical: first
        configured: ignore
        http: %s
        """
            .formatted(READER, PATHS, mode, agent.port()));
  }

  private static void switchTo(String mode, Path config, Http agent, RunningJvm server)
      throws Exception {
    write(config, mode, agent);
    server.await(() -> mode(agent).equals(mode), "switch to " + mode);
  }

  private static String mode(Http agent) {
    try {
      return Reported.ask(agent).mode();
    } catch (Exception failed) {
      throw new AssertionError(failed);
    }
  }

  private RunningJvm start(Jdk jdk, Http http, String... options) throws Exception {
    List<String> all = new ArrayList<>(List.of("log=file:" + temp.resolve("ssot.log")));
    Collections.addAll(all, options);
    RunningJvm server =
        ForkedJvm.on(jdk)
            .withAgent(all.toArray(String[]::new))
            .inDirectory(temp)
            .startJar(
                Software.jar("wiremock-standalone"),
                "--port",
                http.port(),
                "--bind-address",
                "127.0.0.1");
    http.await(server, "/__admin/mappings");
    return server;
  }

  /** What each client was answered, in order, however the clients overtake each other. */
  private static List<String> drive(Http http) throws Exception {
    List<String> answers = new ArrayList<>();
    answers.add(http.post("/__admin/reset", ""));
    for (int stub = 0; stub < CLIENTS; stub++) {
      answers.add(http.post("/__admin/mappings", STUB.formatted(stub, stub, stub, stub, stub)));
    }
    ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
    try {
      List<Callable<List<String>>> all = new ArrayList<>();
      for (int client = 0; client < CLIENTS; client++) {
        int number = client;
        all.add(() -> orders(http, number));
      }
      for (Future<List<String>> each : clients.invokeAll(all)) {
        answers.addAll(each.get());
      }
    } finally {
      clients.shutdownNow();
    }
    return answers;
  }

  private static List<String> orders(Http http, int number) throws Exception {
    List<String> answers = new ArrayList<>();
    String order = "{\"customer\": \"customer %d\", \"amount\": %d, \"more\": true}";
    for (int i = 0; i < REQUESTS; i++) {
      String answer = http.post("/order/" + number, order.formatted(number, number));
      assertThat(answer).isEqualTo("201 {\"order\":%d,\"state\":[\"taken\"]}".formatted(number));
      answers.add(answer);
      answers.add(
          http.post("/order/" + number, order.formatted(number, number + 1)).substring(0, 3));
    }
    return answers;
  }

  private void assertThatItEndsWell(RunningJvm server) throws Exception {
    ForkedJvm.Exit exit = server.terminate();
    assertThat(exit.code()).as("%s", exit).isEqualTo(128 + 15);
    assertThat(exit.err()).doesNotContain("Exception", "\tat ", "Error:");
    assertThat(Files.readString(temp.resolve("ssot.log"))).doesNotContain("ERROR", "failed");
  }

  private static long count(Reported report, String target, String what) {
    JsonNode node = report.target(target);
    return node.get(what).asLong();
  }
}
