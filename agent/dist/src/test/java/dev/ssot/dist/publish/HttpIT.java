package dev.ssot.dist.publish;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ssot.dist.ForkedJvm;
import dev.ssot.dist.Jdk;
import dev.ssot.dist.Jdks;
import dev.ssot.dist.Report;
import dev.ssot.dist.RunningJvm;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The HTTP endpoint of the packaged agent: what it says, and that the JVM exits all the same. */
final class HttpIT {
  private static final String POOL = "fixtures.life.Pool";
  private static final Pattern ADDRESS = Pattern.compile("HTTP endpoint at (http://\\S+/)");
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @TempDir private Path temp;

  @ParameterizedTest
  @MethodSource("dev.ssot.dist.Jdks#oldestAndNewest")
  void the_report_over_http_is_that_at_exit_and_the_jvm_exits(Jdk jdk) throws Exception {
    compare(jdk, jvm -> jvm);
  }

  /** No module but the one that agents need: there is no HTTP server of the JDK's in it. */
  @Test
  void the_smallest_runtime_that_takes_an_agent_will_do() throws Exception {
    compare(
        Jdks.running(), jvm -> jvm.withArguments("--limit-modules", "java.base,java.instrument"));
  }

  @ParameterizedTest
  @MethodSource("dev.ssot.dist.Jdks#oldestAndNewest")
  void serving_starts_no_logging_and_no_service_of_the_application(Jdk jdk) throws Exception {
    String flag = jdk.version() == 8 ? "-verbose:class" : "-Xlog:class+load";
    try (RunningJvm running = start(jdk, jvm -> jvm.withArguments(flag))) {
      assertThat(get(running, "health").statusCode()).isEqualTo(200);
      ForkedJvm.Exit exit = end(running);

      assertThat(exit.out())
          .contains("dev.ssot.engine.http.HttpServer")
          .doesNotContain("java.util.logging.", "com.sun.net.httpserver", "System$LoggerFinder");
    }
  }

  /** The same meters as in the application's own registry, which this application does not have. */
  @ParameterizedTest
  @MethodSource("dev.ssot.dist.Jdks#oldestAndNewest")
  void the_scrape_shows_every_meter_in_both_formats(Jdk jdk) throws Exception {
    try (RunningJvm running = start(jdk, jvm -> jvm)) {
      HttpResponse<String> text = get(running, "metrics");
      HttpResponse<String> openMetrics =
          get(running, "metrics", "Accept", "application/openmetrics-text;version=1.0.0");
      ForkedJvm.Exit exit = end(running);

      assertThat(exit.code()).as(exit.err()).isZero();
      assertThat(exit.err()).doesNotContain("failed");
      assertThat(text.headers().firstValue("Content-Type"))
          .hasValue("text/plain; version=0.0.4; charset=utf-8");
      assertThat(openMetrics.headers().firstValue("Content-Type"))
          .hasValue("application/openmetrics-text; version=1.0.0; charset=utf-8");
      assertThat(openMetrics.body()).endsWith("# EOF\n");
      assertThat(series(text))
          .isEqualTo(series(openMetrics))
          .contains(
              "ssot_agent_errors_total 0.0",
              "ssot_agent_info{mode=\"observe\",version=\"VERSION\"} 1",
              "ssot_constructions_total{group=\"none\",kind=\"new\",target=\"%s\"} 100.0"
                  .formatted(POOL),
              "ssot_duplicates{target=\"%s\"} 41.0".formatted(POOL),
              "ssot_instances{target=\"%s\"} 42.0".formatted(POOL))
          .hasSize(12);
    }
  }

  /** They are meant for the Prometheus client that the application has: known, bad and unknown. */
  @Test
  void settings_of_an_application_s_prometheus_client_change_nothing() throws Exception {
    List<String> expected;
    try (RunningJvm running = start(Jdks.running(), jvm -> jvm)) {
      expected = series(get(running, "metrics"));
      end(running);
    }
    Files.delete(temp.resolve("end"));

    UnaryOperator<ForkedJvm> settings =
        jvm ->
            jvm.withArguments(
                    "-Dio.prometheus.openmetrics2.enabled=true",
                    "-Dio.prometheus.exporter.include_created_timestamps=perhaps",
                    "-Dio.prometheus.exporter.no_such_setting=1",
                    "-Dprometheus.config=" + temp.resolve("absent.properties"))
                .withEnvironment("IO_PROMETHEUS_EXEMPLARS_SAMPLE_INTERVAL_MILLISECONDS", "-1");
    try (RunningJvm running = start(Jdks.running(), settings)) {
      HttpResponse<String> scrape = get(running, "metrics");

      assertThat(scrape.statusCode()).isEqualTo(200);
      assertThat(series(scrape)).isEqualTo(expected);
      assertThat(end(running).err()).doesNotContain("failed", "rometheus");
    }
  }

  /** What a scrape needs is heavy, and loaded when the first one comes. */
  @ParameterizedTest
  @MethodSource("dev.ssot.dist.Jdks#oldestAndNewest")
  void micrometer_is_loaded_for_a_scrape_and_for_nothing_else(Jdk jdk) throws Exception {
    String flag = jdk.version() == 8 ? "-verbose:class" : "-Xlog:class+load";
    try (RunningJvm running = start(jdk, jvm -> jvm.withArguments(flag, "-Dssot.jmx=false"))) {
      get(running, "health");
      get(running, "report");
      get(running, "");
      assertThat(running.printed(0).out()).doesNotContain("io.micrometer.", "io.prometheus.");

      assertThat(get(running, "metrics").statusCode()).isEqualTo(200);
      assertThat(end(running).out())
          .contains("io.micrometer.prometheusmetrics.PrometheusMeterRegistry")
          .doesNotContain("java.util.logging.", "java.lang.management.", "javax.management.");
    }
  }

  @Test
  void without_the_option_nothing_of_it_is_loaded() {
    ForkedJvm.Exit exit =
        ForkedJvm.on(Jdks.running())
            .withArguments("-Xlog:class+load")
            .withAgent("targets=" + POOL)
            .run("fixtures.life.Shop");

    assertThat(exit.out())
        .contains("dev.ssot.engine.Engine")
        .doesNotContain("dev.ssot.engine.control.http", "io.micrometer.", "io.prometheus.");
  }

  private void compare(Jdk jdk, UnaryOperator<ForkedJvm> with) throws Exception {
    try (RunningJvm running = start(jdk, with)) {
      HttpResponse<String> health = get(running, "health?strict");
      HttpResponse<String> metrics = get(running, "metrics");
      Report served = new Report(new ObjectMapper().readTree(get(running, "report").body()));
      ForkedJvm.Exit exit = end(running);

      assertThat(exit.code()).as(exit.err()).isZero();
      assertThat(health.statusCode()).isEqualTo(503);
      assertThat(health.body()).contains("DEGRADED", "41 duplicates of " + POOL + " are alive");
      assertThat(series(metrics)).contains("ssot_duplicates{target=\"%s\"} 41.0".formatted(POOL));
      Report.Target now = served.target(POOL);
      Report.Target atExit = Report.read(temp.resolve("report.json")).target(POOL);
      assertThat(now.constructions()).isEqualTo(100);
      for (String total : List.of("constructions", "files", "instances", "groups", "canonical")) {
        assertThat(now.node().get(total)).as(total).isEqualTo(atExit.node().get(total));
      }
      assertThat(now.sites()).isEqualTo(atExit.sites());
    }
  }

  private RunningJvm start(Jdk jdk, UnaryOperator<ForkedJvm> with) {
    String report = "report=" + temp.resolve("report.json");
    return with.apply(ForkedJvm.on(jdk))
        .withAgent("targets=" + POOL, report, "log=stderr", "http=0")
        .start("fixtures.life.Garbage", "100", "42", temp.resolve("end").toString())
        .awaitOutput("kept 42");
  }

  private ForkedJvm.Exit end(RunningJvm running) throws IOException {
    Files.createFile(temp.resolve("end"));
    return running.awaitEnd();
  }

  private static HttpResponse<String> get(RunningJvm running, String path, String... headers)
      throws Exception {
    running.await(() -> address(running).find(), "HTTP endpoint");
    Matcher address = address(running);
    assertThat(address.find()).isTrue();
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address.group(1) + path)).timeout(Duration.ofSeconds(30));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  /** The version is that of the build, and of a commit. */
  private static List<String> series(HttpResponse<String> scrape) {
    return scrape
        .body()
        .lines()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.replaceFirst("version=\"[^\"]*\"", "version=\"VERSION\""))
        .sorted()
        .toList();
  }

  private static Matcher address(RunningJvm running) {
    return ADDRESS.matcher(running.printed(0).err());
  }
}
