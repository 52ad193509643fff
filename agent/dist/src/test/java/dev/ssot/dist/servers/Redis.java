package dev.ssot.dist.servers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import redis.embedded.core.ExecutableProvider;

/** A real Redis on a free port of the loopback interface. It has one key, {@code greeting}. */
final class Redis implements AutoCloseable {
  private static final int ATTEMPTS = 200;

  private final Process process;
  private final int port;

  private Redis(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /** Returns once it accepts connections. */
  static Redis start(Path directory) throws IOException, InterruptedException {
    File binary = ExecutableProvider.newJarResourceProvider(directory.toFile()).get();
    int port = freePort();
    List<String> command =
        List.of(
            binary.toString(),
            "--port",
            "" + port,
            "--bind",
            "127.0.0.1",
            "--save",
            "",
            "--dir",
            directory.toString());
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("redis.log").toFile())
            .start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    Redis redis = new Redis(process, port);
    redis.greet();
    return redis;
  }

  int port() {
    return port;
  }

  private void greet() throws IOException, InterruptedException {
    for (int attempt = 1; ; attempt++) {
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
        socket.getOutputStream().write("SET greeting hello\r\n".getBytes(UTF_8));
        if (socket.getInputStream().read() == '+') {
          return;
        }
        throw new IOException("Redis does not take the key");
      } catch (IOException notYet) {
        if (attempt == ATTEMPTS || !process.isAlive()) {
          close();
          throw notYet;
        }
        Thread.sleep(50);
      }
    }
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    }
  }
}
