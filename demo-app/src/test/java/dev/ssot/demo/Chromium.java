package dev.ssot.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** A headless browser with a profile of its own, driven by its DevTools protocol. */
final class Chromium implements AutoCloseable {
  static final JsonMapper JSON = new JsonMapper();
  static final HttpClient HTTP = HttpClient.newHttpClient();

  private static final int PATIENCE_SECONDS = 60;

  private final Process process;
  private final int port;

  private Chromium(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /**
   * Finds the first of the usual names that is on the path. Skips the test if there is none, and
   * fails it where {@code SSOT_BROWSER_REQUIRED} says that there must be one.
   */
  static Path orSkip() {
    Optional<Path> installed = installed();
    if ("1".equals(System.getenv("SSOT_BROWSER_REQUIRED"))) {
      assertThat(installed).as("a chromium on the PATH: SSOT_BROWSER_REQUIRED=1").isPresent();
    }
    assumeTrue(installed.isPresent(), "skipped: no chromium is installed");
    return installed.orElseThrow();
  }

  private static Optional<Path> installed() {
    return Stream.of("chromium", "chromium-browser", "google-chrome")
        .flatMap(
            name ->
                Arrays.stream(System.getenv("PATH").split(":", -1))
                    .map(folder -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  static Chromium start(Path binary, Path profile) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                binary.toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--disable-dev-shm-usage",
                "--window-size=900,600",
                "--remote-debugging-port=0",
                "--user-data-dir=" + profile)
            .redirectErrorStream(true)
            .redirectOutput(profile.resolve("chromium.log").toFile())
            .start();
    return new Chromium(process, portOf(process, profile));
  }

  /** A new window on {@code address}. */
  ChromiumTab open(String address) throws IOException, InterruptedException {
    URI created = URI.create("http://127.0.0.1:" + port + "/json/new?" + address);
    String answer =
        HTTP.send(
                HttpRequest.newBuilder(created)
                    .method("PUT", HttpRequest.BodyPublishers.noBody())
                    .build(),
                BodyHandlers.ofString())
            .body();
    return new ChromiumTab(
        URI.create(JSON.readTree(answer).get("webSocketDebuggerUrl").asString()));
  }

  @Override
  public void close() {
    List<ProcessHandle> all =
        Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
    all.forEach(ProcessHandle::destroyForcibly);
    process.onExit().join();
  }

  /** The browser writes the port that it has chosen into its profile. */
  private static int portOf(Process process, Path profile)
      throws IOException, InterruptedException {
    Path file = profile.resolve("DevToolsActivePort");
    for (int i = 0; i < PATIENCE_SECONDS * 20 && process.isAlive(); i++) {
      List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
      if (lines.size() > 1) {
        return Integer.parseInt(lines.get(0));
      }
      Thread.sleep(50);
    }
    process.destroyForcibly();
    throw new AssertionError(Files.readString(profile.resolve("chromium.log")));
  }
}
