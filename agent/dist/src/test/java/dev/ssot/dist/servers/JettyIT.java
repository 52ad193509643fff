package dev.ssot.dist.servers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ssot.dist.ForkedJvm;
import dev.ssot.dist.Jdk;
import dev.ssot.dist.RunningJvm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Jetty 9.4 with a web application: the target is in the loader of the web application. */
final class JettyIT {
  private static final String TARGET = "webapp.RedisManager";
  private static final String THEIRS = "org.eclipse.jetty.server.HttpConnection";

  @TempDir Path temp;

  static Stream<Jdk> jdks() {
    return Software.oldestAndNewest(8);
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void a_web_application_and_the_server_itself_are_observed(Jdk jdk) throws Exception {
    Path application = deploy();
    Path file = temp.resolve("ssot.json");
    Http http = Http.onFreePort();
    List<String> plain;
    List<String> watched;
    ForkedJvm.Exit plainExit;
    ForkedJvm.Exit watchedExit;
    try (RunningJvm server = start(ForkedJvm.on(jdk), application, http)) {
      plain = drive(http);
      plainExit = server.terminate();
    }
    try (RunningJvm server = start(watched(jdk, file), application, http)) {
      watched = drive(http);
      Reported.thatAgreesWithTheHeap(server, file);
      watchedExit = server.terminate();
    }

    assertThat(watched).isEqualTo(plain).contains("200 2 open");
    assertThat(watchedExit.code()).isEqualTo(plainExit.code());
    assertThat(watchedExit.err()).doesNotContain("Exception", "\tat ");
    assertNamesTheServlet(Reported.read(file).isConsistent());
  }

  private static void assertNamesTheServlet(Reported report) {
    JsonNode target = report.target(TARGET);
    assertThat(target.get("loader").asText()).contains("WebAppClassLoader");
    assertThat(target.get("instances").get("duplicates").asInt()).isEqualTo(4);
    assertThat(target.get("sites")).hasSize(1);
    JsonNode site = target.get("sites").get(0);
    assertThat(site.get("class").asText()).isEqualTo("webapp.ChatServlet");
    assertThat(site.get("method").asText()).isEqualTo("doGet");
    assertThat(site.get("constructions").asInt()).isEqualTo(5);
    assertThat(report.target(THEIRS).get("sites").get(0).get("class").asText())
        .isEqualTo("org.eclipse.jetty.server.HttpConnectionFactory");
  }

  private Path deploy() throws Exception {
    Path application = temp.resolve("application");
    Path classes = Files.createDirectories(application.resolve("WEB-INF/classes"));
    Software.compile("ChatServlet.java", List.of(Software.jar("jetty-runner")), classes);
    Files.copy(Software.resource("web.xml"), application.resolve("WEB-INF/web.xml"));
    return application;
  }

  private RunningJvm start(ForkedJvm jvm, Path application, Http http) throws Exception {
    RunningJvm server =
        jvm.inDirectory(temp)
            .startJar(
                Software.jar("jetty-runner"),
                "--host",
                "127.0.0.1",
                "--port",
                http.port(),
                application.toString());
    http.await(server, "/ready");
    return server;
  }

  private ForkedJvm watched(Jdk jdk, Path file) {
    return ForkedJvm.on(jdk)
        .withAgent(
            "targets=**.RedisManager:" + THEIRS,
            "log=file:" + temp.resolve("ssot.log"),
            "report=" + file,
            "report.every=1s");
  }

  private static List<String> drive(Http http) throws Exception {
    List<String> answers = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      answers.add(http.get("/chat"));
    }
    answers.add(http.get("/nothing").substring(0, 3));
    return answers;
  }
}
