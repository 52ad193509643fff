package dev.ssot.dist.servers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ssot.dist.RunningJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The JSON report of a running or ended application. */
final class Reported {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int ATTEMPTS = 10;

  private final JsonNode report;

  private Reported(JsonNode report) {
    this.report = report;
  }

  static Reported read(Path file) throws IOException {
    return new Reported(JSON.readTree(file.toFile()));
  }

  /** As it is now, of an agent that answers over HTTP. */
  static Reported ask(Http agent) throws Exception {
    return new Reported(JSON.readTree(agent.get("/report?format=json").substring("200 ".length())));
  }

  /** For all targets. */
  String mode() {
    return report.get("agent").get("mode").asText();
  }

  /**
   * Waits for a report in which as many instances live as the heap holds. Several attempts: what
   * waits for its finaliser is in the heap and in no report, and a server is never quite at rest.
   */
  static Reported thatAgreesWithTheHeap(RunningJvm server, Path file) throws Exception {
    return thatAgreesWithTheHeap(server, file, target -> true);
  }

  /** Compares some targets: a class histogram counts no interfaces. */
  static Reported thatAgreesWithTheHeap(RunningJvm server, Path file, Predicate<String> isCompared)
      throws Exception {
    Map<String, Integer> reported = Map.of();
    Map<String, Integer> heap = Map.of();
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Map<String, Integer> histogram = server.liveHistogram();
      Files.deleteIfExists(file);
      while (!Files.exists(file)) {
        assertThat(server.isAlive()).isTrue();
        Thread.sleep(50);
      }
      Reported now = read(file);
      reported = now.live();
      reported.keySet().removeIf(isCompared.negate());
      heap = new TreeMap<>();
      for (String target : reported.keySet()) {
        heap.put(target, histogram.getOrDefault(target, 0));
      }
      if (!reported.isEmpty() && reported.equals(heap)) {
        return now;
      }
    }
    assertThat(reported).isEqualTo(heap).isNotEmpty();
    throw new AssertionError("not reached");
  }

  JsonNode target(String className) {
    for (JsonNode target : report.get("targets")) {
      if (target.get("class").asText().equals(className)) {
        return target;
      }
    }
    throw new AssertionError(className + " is not in " + report);
  }

  /** By target, in all loaders together: a class histogram does not tell them apart. */
  Map<String, Integer> live() {
    Map<String, Integer> live = new TreeMap<>();
    for (JsonNode target : report.get("targets")) {
      JsonNode instances = target.get("instances");
      assertThat(instances.get("exact").asBoolean()).isTrue();
      live.merge(target.get("class").asText(), instances.get("live").asInt(), Integer::sum);
    }
    return live;
  }

  /** Whatever the target: sites tell where they are, and add up. */
  Reported isConsistent() {
    for (JsonNode target : report.get("targets")) {
      int constructions = 0;
      int live = 0;
      for (JsonNode site : target.get("sites")) {
        assertThat(site.get("line").asInt()).as("line of %s", site).isPositive();
        assertThat(site.get("file").asText()).endsWith(".java");
        assertThat(site.get("stacks").get(0).get("frames")).as("stack of %s", site).isNotEmpty();
        constructions += site.get("constructions").asInt();
        live += site.get("live").asInt();
      }
      assertThat(target.get("constructions").asInt()).as("%s", target).isEqualTo(constructions);
      assertThat(target.get("instances").get("live").asInt()).as("%s", target).isEqualTo(live);
      assertThat(target.get("failures")).as("%s", target).isEmpty();
    }
    return this;
  }
}
