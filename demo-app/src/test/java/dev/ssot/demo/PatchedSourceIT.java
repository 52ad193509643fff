package dev.ssot.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ssot.demo.load.LoadClient;
import dev.ssot.demo.load.LoadPlan;
import dev.ssot.demo.load.LoadReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The arithmetic, tried out: the service with the fix in source that there was no time for. What
 * the patch of a group does, redirecting the call sites of that group has to do as well.
 */
class PatchedSourceIT {
  private static final int SESSIONS = 20;

  @TempDir private Path temporary;
  @TempDir private Path patched;

  @Test
  void the_websocket_core_alone_brings_chat_back() throws Exception {
    patch("websocket");

    try (DemoProcess demo = DemoProcess.servePatched(temporary, patched)) {
      assertWorksWithClients(demo, 40 * 4);
    }
  }

  @Test
  void all_forty_seven_leave_one_pool() throws Exception {
    patch("websocket", "execution", "infrastructure", "staging");

    try (DemoProcess demo = DemoProcess.servePatched(temporary, patched)) {
      assertWorksWithClients(demo, 4);
    }
  }

  private static void assertWorksWithClients(DemoProcess demo, int clients) throws Exception {
    LoadReport report = new LoadClient(new LoadPlan(demo.chatUrl(), SESSIONS, 5)).run();

    assertThat(report.worked()).as(report.text()).isEqualTo(SESSIONS);
    // The monitor asks Redis once a second.
    Thread.sleep(2_500);
    assertThat(demo.metric("chat_redis_clients_connected")).isEqualTo(clients);
    assertThat(demo.metric("chat_redis_clients_refused")).isZero();
    assertThat(demo.get("/actuator/health")).doesNotContain("DOWN");
  }

  /** Compiles the packages again, with the shared instance for every new one. */
  private void patch(String... packages) throws IOException {
    List<String> arguments = new ArrayList<>(List.of("-nowarn", "-proc:none", "-parameters"));
    arguments.addAll(List.of("-d", patched.toString()));
    arguments.addAll(List.of("-cp", System.getProperty("java.class.path")));
    for (String name : packages) {
      arguments.addAll(patchedSources(name));
    }
    assertThat(
            ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, arguments.toArray(String[]::new)))
        .isZero();
  }

  private List<String> patchedSources(String name) throws IOException {
    Path folder = Files.createDirectories(patched.resolve("sources").resolve(name));
    List<String> written = new ArrayList<>();
    try (Stream<Path> files = Files.list(CallSite.SOURCES.resolve(name))) {
      for (Path file : files.toList()) {
        String source =
            Files.readString(file)
                .replace("new RedisManager()", "RedisManager.getInstance()")
                .replace("RedisManager::new", "RedisManager::getInstance")
                // Who does not own it does not close it.
                .replaceAll("(?m)^ *\\w*\\.?redis\\.close\\(\\);$", "")
                .replaceAll("RedisManager\\.class.*newInstance", "RedisManager.getInstance");
        Path copy = Files.writeString(folder.resolve(file.getFileName().toString()), source);
        written.add(copy.toString());
      }
    }
    return written;
  }
}
