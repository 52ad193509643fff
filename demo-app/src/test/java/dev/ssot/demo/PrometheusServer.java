package dev.ssot.demo;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A Prometheus as it is installed here, with the rules of {@code docs/monitoring}. It looks every
 * half second and waits for nothing longer than a second, where in production it takes minutes.
 */
final class PrometheusServer implements AutoCloseable {
  private static final Path RULES = Path.of("../docs/monitoring/ssot-alerts.yml");
  private static final int PATIENCE_SECONDS = 120;
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final JsonMapper JSON = new JsonMapper();

  private static final String CONFIGURATION =
      """
      global: {scrape_interval: 500ms, scrape_timeout: 500ms, evaluation_interval: 500ms}
      rule_files: [rules.yml]
      scrape_configs:
        - job_name: agent
          static_configs: [{targets: ["%s"]}]
        - job_name: service
          metrics_path: /actuator/prometheus
          static_configs: [{targets: ["%s"]}]
      """;

  private final Process process;
  private final Path log;
  private final int port;

  private PrometheusServer(Process process, Path log, int port) {
    this.process = process;
    this.log = log;
    this.port = port;
  }

  /** Skips the test where there is none. */
  static Path installed() {
    Optional<File> program =
        Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
            .map(folder -> new File(folder, "prometheus"))
            .filter(File::canExecute)
            .findFirst();
    assumeTrue(
        program.isPresent(), "prometheus is not on the path (Debian: apt install prometheus)");
    return program.get().toPath();
  }

  /**
   * Scrapes both; all that it writes is in the directory.
   *
   * @param agent host and port, as for the next one
   */
  static PrometheusServer scraping(Path program, Path directory, String agent, String service)
      throws IOException {
    Files.writeString(directory.resolve("rules.yml"), hurried(Files.readString(RULES)));
    Path configuration =
        Files.writeString(
            directory.resolve("prometheus.yml"), CONFIGURATION.formatted(agent, service));
    int port = freePort();
    Path log = directory.resolve("prometheus.log");
    List<String> command =
        List.of(
            program.toString(),
            "--config.file=" + configuration,
            "--storage.tsdb.path=" + directory.resolve("data"),
            "--web.listen-address=127.0.0.1:" + port);
    return new PrometheusServer(
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start(),
        log,
        port);
  }

  /** A copy of the rules that differs in how long they wait, and in nothing else. */
  private static String hurried(String rules) {
    return rules.replaceAll("(?m)^( +for:) \\d+m$", "$1 1s");
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    }
  }

  /** Waits until the query yields as many series. */
  List<JsonNode> await(String query, int series) throws Exception {
    return await(query, () -> ask(query), series);
  }

  /** Waits until that alert is firing for both, and its summary begins like that. */
  List<JsonNode> awaitAlerts(String name, String summary) throws Exception {
    return await(
        name + ": " + summary,
        () ->
            get("alerts", "/data/alerts").stream()
                .filter(alert -> alert.at("/labels/alertname").asString().equals(name))
                .filter(alert -> alert.get("state").asString().equals("firing"))
                .filter(alert -> alert.at("/annotations/summary").asString().startsWith(summary))
                .toList(),
        2);
  }

  private List<JsonNode> await(String what, Callable<List<JsonNode>> nodes, int count)
      throws Exception {
    for (int i = 0; i < PATIENCE_SECONDS * 4; i++) {
      if (!process.isAlive()) {
        throw new AssertionError("Prometheus ended by itself:\n" + Files.readString(log));
      }
      List<JsonNode> now = nodes.call();
      if (now.size() == count) {
        return now;
      }
      Thread.sleep(250);
    }
    throw new AssertionError(what + ": " + nodes.call() + "\n" + Files.readString(log));
  }

  /** The series that it yields now. */
  List<JsonNode> ask(String query) throws InterruptedException {
    return get("query?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8), "/data/result");
  }

  /** From the API; nothing as long as it does not serve. */
  private List<JsonNode> get(String path, String pointer) throws InterruptedException {
    URI uri = URI.create("http://127.0.0.1:" + port + "/api/v1/" + path);
    try {
      String answer =
          HTTP.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString()).body();
      return JSON.readTree(answer).at(pointer).valueStream().toList();
    } catch (IOException | JacksonException notYet) {
      return List.of();
    }
  }

  /** Whatever happened; the directory can be deleted then. */
  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }
}
