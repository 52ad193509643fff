package dev.ssot.dist.safety;

import static java.util.stream.Collectors.joining;

import dev.ssot.dist.ForkedJvm;
import dev.ssot.dist.Jdks;
import dev.ssot.dist.PackagedJar;
import dev.ssot.dist.servers.Software;
import dev.ssot.forms.Compilers;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * An application, and an agent that is set up to do something for it.
 *
 * @param options lines of the configuration
 */
record Scene(List<Path> classPath, String mainClass, String target, String options) {
  private static final String SHOP = "fixtures.life.Shop";
  private static final Path WATCHED = Path.of("src/test/resources/safety/Watched.java");

  /** Constructions are counted, and reported at exit. */
  static Scene observed() {
    return shop("log: stderr\nstacks: 2");
  }

  /** Redirecting runs more of the agent. */
  static Scene redirected() {
    return shop("log: stderr\nmode: enforce\ncanonical: first");
  }

  /** Calls of a library hand out objects. */
  static Scene handedOut() {
    List<Path> classPath = List.of(PackagedJar.fixtures());
    return new Scene(
        classPath,
        "fixtures.origin.Pools",
        "client.Repository",
        "log: stderr\napplication: fixtures.**");
  }

  private static Scene shop(String options) {
    List<Path> classPath = List.of(PackagedJar.fixtures());
    return new Scene(classPath, SHOP, "fixtures.life.Pool", options);
  }

  /** All that can be asked of the agent is asked, while it publishes wherever it can. */
  static Scene watched(Path classes) throws IOException {
    List<Path> classPath = new ArrayList<>(Software.library("micrometer"));
    classPath.addAll(Software.library("simple"));
    String libraries = classPath.stream().map(Path::toString).collect(joining(File.pathSeparator));
    // Against the running JDK: no --release 8, which hides the recorder.
    Compilers.javac(classes, List.of(WATCHED.toAbsolutePath()), "-cp", libraries);
    classPath.add(classes);
    return new Scene(classPath, "watched.Watched", "watched.Pool", "http: PORT");
  }

  ForkedJvm.Exit withoutAgent() {
    return jvm().run(mainClass, arguments("0", Duration.ZERO));
  }

  /**
   * Runs the application with the agent of a jar.
   *
   * @param patience how long the application waits for the agent's answers
   */
  ForkedJvm.Exit run(Path jar, Duration patience) {
    try {
      String port = freePort();
      Path config = jar.resolveSibling("ssot.yaml");
      Files.writeString(config, configuration(jar.resolveSibling("report.json"), port));
      return jvm().withAgent(jar, "config=" + config).run(mainClass, arguments(port, patience));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Starts fast: it does not run long enough for the rest of the compiler. */
  private ForkedJvm jvm() {
    return ForkedJvm.on(Jdks.running())
        .withArguments("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
        .withClassPath(classPath.toArray(Path[]::new));
  }

  private String[] arguments(String port, Duration patience) {
    return mainClass.equals(SHOP)
        ? new String[] {"exit"}
        : new String[] {port, Long.toString(patience.toMillis())};
  }

  private String configuration(Path report, String port) {
    return """
        targets: [{class: %s}]
        allow: ["com.acme.**"]
        groups: [{name: the shop, priority: 1, sites: ["fixtures.life.*#main"]}]
        report: %s
        %s
        """
        .formatted(target, report, options.replace("PORT", port));
  }

  private static String freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return Integer.toString(socket.getLocalPort());
    }
  }
}
