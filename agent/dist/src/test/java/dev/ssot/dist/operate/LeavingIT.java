package dev.ssot.dist.operate;

import static dev.ssot.dist.operate.Commands.pid;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ssot.dist.ForkedJvm;
import dev.ssot.dist.Jdk;
import dev.ssot.dist.RunningJvm;
import dev.ssot.dist.servers.Software;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the agent has opened in an application is closed, and what it has added is gone. */
final class LeavingIT {
  private static final Pattern ADDRESS = Pattern.compile("HTTP endpoint at (http://\\S+/)");

  @TempDir private Path temp;

  @ParameterizedTest
  @MethodSource("dev.ssot.dist.Jdks#oldestAndNewest")
  void nothing_is_left_of_meters_log_port_events_and_shared_calls(Jdk jdk) throws Exception {
    Commands commands = new Commands(jdk);
    try (RunningJvm running = started(jdk).awaitOutput("meters 0 pools 3")) {
      String pid = pid(running);
      for (int time = 0; time < 2; time++) {
        commands.fine(
            "attach",
            pid,
            "--targets=left.Pool:java.util.concurrent.ScheduledThreadPoolExecutor",
            "--factories=left.Pools#make",
            "--share=site",
            "--http=0",
            "--report.every=1s",
            "--report=" + temp.resolve("report.json"));
        running.awaitAnew("meters ", "meters [1-9]\\d* pools 3");
        assertThat(scraped(running)).contains("ssot_instances");
        commands.fine("mode", pid, "enforce");
        running.awaitAnew("meters ", "meters [1-9]\\d* pools 1");

        assertThat(commands.fine("detach", pid, "--force"))
            .startsWith("detached: every call site constructs as before; woven classes given back");

        running.awaitAnew("meters ", "meters 0 pools 3");
        assertThatThrownBy(() -> connect(running)).isInstanceOf(ConnectException.class);
        running.await(() -> running.hasNoneOf("dev.ssot.engine."), "end of the engine's loader");
      }
      assertThat(temp.resolve("end").toFile().createNewFile()).isTrue();
      ForkedJvm.Exit exit = running.awaitEnd();
      assertThat(exit.code()).isZero();
      assertThat(exit.err()).doesNotContain("Exception", "failed");
    }
  }

  private RunningJvm started(Jdk jdk) throws IOException {
    List<Path> classPath = new ArrayList<>(Software.library("micrometer"));
    classPath.addAll(Software.library("logback"));
    Path classes = Files.createDirectories(temp.resolve("classes"));
    classPath.add(Software.compile("LeftApplication.java", classPath, classes));
    ForkedJvm jvm = ForkedJvm.on(jdk).withClassPath(classPath.toArray(Path[]::new));
    if (jdk.version() >= 11) {
      jvm.withArguments("-XX:StartFlightRecording=filename=" + temp.resolve("all.jfr"));
    }
    if (jdk.version() >= 21) {
      jvm.withArguments("-XX:+EnableDynamicAgentLoading");
    }
    return jvm.start("left.LeftApplication", temp.resolve("end").toString());
  }

  private static String scraped(RunningJvm running) throws IOException {
    try (InputStream answer = address(running).resolve("metrics").toURL().openStream()) {
      return new String(answer.readAllBytes(), UTF_8);
    }
  }

  private static void connect(RunningJvm running) throws IOException {
    URI uri = address(running);
    new Socket(uri.getHost(), uri.getPort()).close();
  }

  /** Finds the newest in the log, which is the application's. */
  private static URI address(RunningJvm running) {
    String address = null;
    Matcher matcher = ADDRESS.matcher(running.printed(0).out());
    while (matcher.find()) {
      address = matcher.group(1);
    }
    return URI.create(address);
  }
}
