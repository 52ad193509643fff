package dev.ssot.dist;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
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
  @MethodSource("dev.ssot.dist.Jdks#all")
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
  @MethodSource("dev.ssot.dist.Jdks#all")
  void serving_starts_no_logging_and_no_service_of_the_application(Jdk jdk) throws Exception {
    String flag = jdk.version() == 8 ? "-verbose:class" : "-Xlog:class+load";
    try (RunningJvm running = start(jdk, jvm -> jvm.withArguments(flag))) {
      assertThat(get(running, "health").statusCode()).isEqualTo(200);
      ForkedJvm.Exit exit = end(running);

      assertThat(exit.out())
          .contains("dev.ssot.engine.control.http.HttpListener")
          .doesNotContain("java.util.logging.", "com.sun.net.httpserver", "System$LoggerFinder");
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
        .doesNotContain("dev.ssot.engine.control.http");
  }

  private void compare(Jdk jdk, UnaryOperator<ForkedJvm> with) throws Exception {
    try (RunningJvm running = start(jdk, with)) {
      HttpResponse<String> health = get(running, "health?strict");
      Report served = new Report(new ObjectMapper().readTree(get(running, "report").body()));
      ForkedJvm.Exit exit = end(running);

      assertThat(exit.code()).as(exit.err()).isZero();
      assertThat(health.statusCode()).isEqualTo(503);
      assertThat(health.body()).contains("DEGRADED", "41 duplicates of " + POOL + " are alive");
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

  private static HttpResponse<String> get(RunningJvm running, String path) throws Exception {
    running.await(() -> address(running).find(), "HTTP endpoint");
    Matcher address = address(running);
    assertThat(address.find()).isTrue();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address.group(1) + path))
            .timeout(Duration.ofSeconds(30))
            .build();
    return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
  }

  private static Matcher address(RunningJvm running) {
    return ADDRESS.matcher(running.printed(0).err());
  }
}
