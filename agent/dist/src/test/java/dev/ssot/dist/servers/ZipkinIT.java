package dev.ssot.dist.servers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ssot.dist.ForkedJvm;
import dev.ssot.dist.Jdk;
import dev.ssot.dist.RunningJvm;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Zipkin: a Spring Boot 3 fat jar with its own class loader, Armeria on Netty, slf4j-simple. */
final class ZipkinIT {
  private static final String SPAN = "zipkin2.Span";

  /** As slf4j-simple is configured there: date, thread, level, short name of the logger. */
  private static final Pattern WARNING =
      Pattern.compile(
          "^\\d+-\\d+-\\d+ [\\d:]+ \\[[^]]+] WARN agent - com\\.linecorp\\.armeria\\S+\\$Pool"
              + " constructed by zipkin\\S+\\(\\S+\\.java:\\d+\\)"
              + " via com\\.linecorp\\.armeria\\S+\\(AbstractOption\\.java:\\d+\\) \\(new\\)",
          Pattern.MULTILINE);

  @TempDir Path temp;

  /** Two starts take half a minute: the newest JDK alone. */
  static Stream<Jdk> jdks() {
    return Software.oldestAndNewest(17).reduce((oldest, newest) -> newest).stream();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void a_spring_boot_jar_is_observed_and_its_own_log_tells_it(Jdk jdk) throws Exception {
    Path file = temp.resolve("ssot.json");
    Http http = Http.onFreePort();
    List<String> plain;
    List<String> watched;
    ForkedJvm.Exit plainExit;
    ForkedJvm.Exit watchedExit;
    try (RunningJvm server = start(ForkedJvm.on(jdk), http)) {
      plain = drive(http);
      plainExit = server.terminate();
    }
    try (RunningJvm server = start(watched(jdk, file), http)) {
      watched = drive(http);
      Reported.thatAgreesWithTheHeap(server, file);
      watchedExit = server.terminate();
    }

    assertThat(watched).isEqualTo(plain).contains("200 [\"shop\"]");
    assertThat(watchedExit.code()).isEqualTo(plainExit.code());
    assertThat(watchedExit.err())
        .containsPattern(WARNING)
        .contains("\tat zipkin.server.ZipkinServer.main(");
    JsonNode span = Reported.read(file).isConsistent().target(SPAN);
    assertThat(span.get("loader").asText()).contains("LaunchedClassLoader");
    assertThat(span.get("constructions").asInt()).isEqualTo(5);
  }

  private RunningJvm start(ForkedJvm jvm, Http http) throws Exception {
    RunningJvm server =
        jvm.inDirectory(temp)
            .withEnvironment("QUERY_PORT", http.port())
            .withEnvironment("STORAGE_TYPE", "mem")
            .startJar(Software.jar("zipkin-server-slim"));
    http.await(server, "/health");
    return server;
  }

  private static ForkedJvm watched(Jdk jdk, Path file) {
    return ForkedJvm.on(jdk)
        .withAgent(
            "targets=zipkin2.Span:zipkin2.Endpoint:com.linecorp.armeria.**.*Pool",
            "report=" + file,
            "report.every=1s");
  }

  private static List<String> drive(Http http) throws Exception {
    List<String> answers = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      answers.add(http.post("/api/v2/spans", span(i)));
    }
    answers.add(http.get("/api/v2/services"));
    answers.add(http.get("/api/v2/trace/86154a4ba6e91385"));
    return answers;
  }

  /** One of a trace, as a client sends it. */
  static String span(int number) {
    return """
    [{"traceId": "86154a4ba6e91385", "id": "4d1e00c0db9010d%d", "name": "get",
      "timestamp": 1, "duration": 5, "localEndpoint": {"serviceName": "shop"}}]
    """
        .formatted(number);
  }
}
