package dev.ssot.benchmarks.startup;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** What is started. Each constructs its target twice, at two places. */
enum Software {
  /** Its start ends with its process. */
  HELLO_WORLD(8, "RedisManager"),
  /** A Spring Boot fat jar, whose start ends with the first answer over HTTP. */
  SERVICE(17, "dev.ssot.startup.RedisManager");

  /** The oldest Java version that runs it. */
  final int since;

  /** The class that it constructs. */
  final String target;

  Software(int since, String target) {
    this.since = since;
    this.target = target;
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
    };
  }

  /** Tells whether the start has ended. */
  boolean hasStarted(Process process, int port) {
    return this == HELLO_WORLD ? !process.isAlive() : answers(port);
  }

  private static boolean answers(int port) {
    try {
      var connection =
          (HttpURLConnection) URI.create("http://localhost:" + port + "/").toURL().openConnection();
      return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
    } catch (IOException notYet) {
      return false;
    }
  }

  /** Returns a port for {@link #SERVICE}. */
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
