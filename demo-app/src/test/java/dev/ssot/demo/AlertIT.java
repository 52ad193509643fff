package dev.ssot.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ssot.demo.load.LoadClient;
import dev.ssot.demo.load.LoadPlan;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A real Prometheus, with the rules of the documentation, during the incident. */
class AlertIT {
  private static final Path AGENT =
      Path.of("../agent/dist/target/ssot-agent.jar").toAbsolutePath().normalize();

  private static final String TARGET = "dev.ssot.demo.redis.RedisManager";

  @TempDir Path temporary;
  @TempDir Path prometheus;

  @Test
  void the_duplicates_raise_the_alarm_and_the_mode_shows_as_it_is_switched() throws Exception {
    Path program = PrometheusServer.installed();
    String settings = Files.readString(Path.of("ssot.yaml"));
    Path config = Files.writeString(prometheus.resolve("ssot.yaml"), settings);
    try (DemoProcess demo =
            DemoProcess.serve(
                temporary,
                List.of("-javaagent:" + AGENT + "=config=" + config + ",http=0,log=stderr"));
        PrometheusServer server =
            PrometheusServer.scraping(
                program, prometheus, demo.agentEndpoint(), demo.url().replace("http://", ""))) {
      server.await("up == 1", 2);
      new LoadClient(new LoadPlan(demo.chatUrl(), 12, 3)).run();
      assertThat(byJob(server.await("ssot_instances == 48", 2)))
          .isEqualTo(Map.of("agent", "48", "service", "48"));

      assertThat(
              server.awaitAlerts("SsotDuplicateInstances", TARGET + " has 47 instances too many"))
          .extracting(alert -> alert.at("/labels/job").asString())
          .containsExactlyInAnyOrder("agent", "service");
      assertThat(server.ask("ALERTS{alertname=\"SsotAgentMissing\"}")).isEmpty();

      assertThat(modes(server.ask("ssot_agent_info")))
          .isEqualTo(Map.of("agent", "observe", "service", "observe"));
      Files.writeString(config, settings + "mode: off\n");
      assertThat(modes(server.await("ssot_agent_info{mode=\"off\"}", 2)))
          .isEqualTo(modes(server.await("ssot_agent_info", 2)));
    }
  }

  private static Map<String, String> byJob(List<JsonNode> series) {
    return by(series, "/value/1");
  }

  private static Map<String, String> modes(List<JsonNode> series) {
    return by(series, "/metric/mode");
  }

  private static Map<String, String> by(List<JsonNode> series, String pointer) {
    Map<String, String> values = new TreeMap<>();
    series.forEach(
        each -> values.put(each.at("/metric/job").asString(), each.at(pointer).asString()));
    return values;
  }
}
