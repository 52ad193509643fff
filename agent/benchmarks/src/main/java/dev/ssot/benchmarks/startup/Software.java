package dev.ssot.benchmarks.startup;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** What is started. */
enum Software {
  /** Its start ends with its process. */
  HELLO_WORLD(8, "RedisManager", 2),
  /** A Spring Boot fat jar, whose start ends with the first answer over HTTP. */
  SERVICE(17, "dev.ssot.startup.RedisManager", 2),
  /** A larger one, which nobody here wrote; its only instance is its own builder's. */
  ZIPKIN(17, "zipkin2.storage.InMemoryStorage", 1);

  /** The oldest Java version that runs it. */
  final int since;

  /** The class that it constructs. */
  final String target;

  /** How many instances it constructs until its start ends: at as many places. */
  final int constructions;

  Software(int since, String target, int constructions) {
    this.since = since;
    this.target = target;
    this.constructions = constructions;
  }

  /**
   * Returns the arguments of the JVM that name it and its own.
   *
   * @param built where the benchmarks' jar is
   * @param compiled where {@link HelloWorld} was written to
   */
  List<String> arguments(Path built, Path compiled, int port) {
    return switch (this) {
      case HELLO_WORLD -> List.of("-cp", compiled.toString(), "Main");
      case SERVICE ->
          List.of(
              "-jar",
              built.resolve("../startup-app/target/startup-app.jar").normalize().toString(),
              "--server.port=" + port);
      case ZIPKIN ->
          List.of(
              "-jar", built.resolve("zipkin-server-exec.jar").toString(), "--server.port=" + port);
    };
  }

  /** Tells whether the start has ended. */
  boolean hasStarted(Process process, int port) {
    return this == HELLO_WORLD ? !process.isAlive() : answers(port);
  }

  private boolean answers(int port) {
    String path = this == ZIPKIN ? "/health" : "/";
    try {
      var connection =
          (HttpURLConnection)
              URI.create("http://localhost:" + port + path).toURL().openConnection();
      return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
    } catch (IOException notYet) {
      return false;
    }
  }

  /** Returns a port for one that answers. */
  static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
