package dev.ssot.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ssot.demo.load.LoadClient;
import dev.ssot.demo.load.LoadPlan;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The same run twice, without the agent and with the agent in observe. */
class ObservedIT {
  static final Path AGENT =
      Path.of("../agent/dist/target/ssot-agent.jar").toAbsolutePath().normalize();

  private static final int SESSIONS = 12;

  private static Behaviour without;
  private static Behaviour with;
  private static JsonNode target;

  @BeforeAll
  static void run_twice(@TempDir Path temporary, @TempDir Path reports) throws Exception {
    assertThat(AGENT).as("the packaged agent, which the build makes before").exists();
    without = behaviour(temporary, List.of());

    Path report = reports.resolve("report.json");
    with = behaviour(temporary, List.of(DemoProcess.agent("observe") + ",report=" + report));
    target = new JsonMapper().readTree(report).get("targets").get(0);
  }

  @Test
  void the_service_fails_in_the_same_way() {
    assertThat(with.closeCodes()).isEqualTo(Map.of(1011, (long) SESSIONS));
    assertThat(with.closeCodes()).isEqualTo(without.closeCodes());
    assertThat(with.redisClients()).isEqualTo(without.redisClients());
    assertThat(with.exitCode()).isEqualTo(without.exitCode());
  }

  @Test
  void health_and_metrics_are_the_same() {
    assertThat(with.healthAtFirst()).isEqualTo(without.healthAtFirst());
    assertThat(with.healthThen()).isEqualTo(without.healthThen());
    assertThat(with.metrics()).isEqualTo(without.metrics());
  }

  @Test
  void its_scrape_shows_what_the_agent_counted() {
    String labels = "{target=\"" + target.get("class").asString() + "\"} ";

    assertThat(with.agentMetrics())
        .contains("ssot_instances" + labels + "48.0", "ssot_duplicates" + labels + "47.0");
    assertThat(without.agentMetrics()).isEmpty();
  }

  @Test
  void the_report_lists_exactly_the_call_sites_of_the_sources_in_their_groups() {
    Set<CallSite> reported =
        sites().stream()
            .map(
                site ->
                    new CallSite(
                        site.get("group").asString().substring(0, 2),
                        site.get("file").asString(),
                        site.get("line").asInt()))
            .collect(Collectors.toSet());

    assertThat(reported).isEqualTo(Set.copyOf(CallSite.inTheSources()));
    assertThat(sites()).hasSize(47);
  }

  @Test
  void each_site_constructed_once_and_forty_eight_instances_live() {
    assertThat(sites()).allMatch(site -> site.get("constructions").asInt() == 1);
    assertThat(target.get("constructions").asInt()).isEqualTo(48);
    assertThat(target.get("files").asInt()).isEqualTo(47);
    assertThat(target.at("/instances/live").asInt()).isEqualTo(48);
    assertThat(target.at("/instances/duplicates").asInt()).isEqualTo(47);
  }

  @Test
  void the_groups_are_listed_by_priority_with_their_files() {
    List<String> groups =
        target
            .get("groups")
            .valueStream()
            .map(group -> group.get("name").asString() + ": " + group.get("files").asInt())
            .toList();

    assertThat(groups)
        .containsExactly(
            "P1 WebSocket core: 8",
            "P2 agent execution: 12",
            "P3 service infrastructure: 15",
            "P4 test infrastructure: 12");
  }

  @Test
  void each_way_to_construct_is_told_apart() {
    Map<String, Long> kinds =
        sites().stream()
            .collect(
                Collectors.groupingBy(site -> site.get("kind").asString(), Collectors.counting()));

    assertThat(kinds).isEqualTo(Map.of("new", 42L, "method-reference", 4L, "reflection", 1L));
  }

  private static List<JsonNode> sites() {
    return target
        .get("sites")
        .valueStream()
        .filter(site -> !site.get("allowed").asBoolean())
        .toList();
  }

  private static Behaviour behaviour(Path temporary, List<String> jvmOptions) throws Exception {
    try (DemoProcess demo = DemoProcess.serve(temporary, jvmOptions)) {
      String healthAtFirst = demo.get("/actuator/health");
      Map<Integer, Long> closeCodes =
          new LoadClient(new LoadPlan(demo.chatUrl(), SESSIONS, 3)).run().closeCodes();
      // The monitor asks Redis once a second.
      Thread.sleep(2_500);
      String healthThen = demo.get("/actuator/health");
      double clients = demo.metric("chat_redis_clients_connected");
      String scrape = demo.get("/actuator/prometheus");
      demo.process.destroy();
      return new Behaviour(
          healthAtFirst,
          closeCodes,
          healthThen,
          clients,
          metricNames(scrape),
          scrape.lines().filter(line -> line.startsWith("ssot_")).toList(),
          demo.exitCode());
    }
  }

  /** Those of a collection come with the first one, whenever it is; the agent has its own. */
  private static Set<String> metricNames(String metrics) {
    return metrics
        .lines()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.replaceFirst("[{ ].*", ""))
        .filter(name -> !name.startsWith("jvm_gc_") && !name.startsWith("ssot_"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private record Behaviour(
      String healthAtFirst,
      Map<Integer, Long> closeCodes,
      String healthThen,
      double redisClients,
      Set<String> metrics,
      List<String> agentMetrics,
      int exitCode) {}
}
