package dev.ssot.demo.server;

import dev.ssot.demo.DemoFailure;
import java.io.Closeable;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import redis.embedded.core.ExecutableProvider;

/**
 * A real redis-server, from the binaries of embedded-redis, on a free loopback port. Started here
 * and not by that library's own class, which would leave it running when this JVM is killed.
 */
public final class EmbeddedRedis implements Closeable {
  private static final String READY = "Ready to accept connections";
  private static final int ATTEMPTS = 3;
  private static final int START_SECONDS = 10;

  private final Process process;
  private final CompletableFuture<Void> ended;
  private final int port;

  private EmbeddedRedis(Process process, CompletableFuture<Void> ended, int port) {
    this.process = process;
    this.ended = ended;
    this.port = port;
  }

  /**
   * Returns once the server accepts connections.
   *
   * @throws DemoFailure when there is no server for this platform, or it does not start
   */
  public static EmbeddedRedis start(RunDirectory directory, int maxClients) {
    try {
      Path binary = binary(directory.path());
      EmbeddedRedis server = null;
      // Between choosing the port and listening on it, somebody else may take it.
      for (int attempt = 1; server == null; attempt++) {
        server = tryStart(binary, directory, maxClients, attempt == ATTEMPTS);
      }
      return server;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failure("the start was interrupted", e);
    } catch (IOException e) {
      throw failure(e.getMessage(), e);
    }
  }

  /** {@code host:port}, as RedisManager reads it. */
  public String address() {
    return "127.0.0.1:" + port;
  }

  /** Nothing is kept in this server, so nothing is lost by not asking it politely. */
  @Override
  public void close() {
    process.destroyForcibly();
    ended.join();
  }

  private static EmbeddedRedis tryStart(
      Path binary, RunDirectory directory, int maxClients, boolean last)
      throws IOException, InterruptedException {
    int port = freePort();
    Path log = directory.path().resolve("redis-" + port + ".log");
    Process process = launch(binary, directory.path(), log, port, maxClients);
    directory.guard(process);
    CompletableFuture<Void> ended = process.onExit().thenRun(directory::release);
    if (isReady(process, log)) {
      return new EmbeddedRedis(process, ended, port);
    }
    process.destroyForcibly();
    if (last) {
      throw failure(lastLine(log), null);
    }
    return null;
  }

  private static Process launch(Path binary, Path directory, Path log, int port, int maxClients)
      throws IOException {
    List<String> command =
        List.of(
            binary.toString(),
            "--port",
            String.valueOf(port),
            "--bind",
            "127.0.0.1",
            "--maxclients",
            String.valueOf(maxClients),
            "--save",
            "");
    return new ProcessBuilder(command)
        .directory(directory.toFile())
        .redirectErrorStream(true)
        .redirectOutput(Redirect.to(log.toFile()))
        .start();
  }

  private static boolean isReady(Process process, Path log)
      throws IOException, InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
    while (System.nanoTime() < deadline) {
      if (Files.readString(log).contains(READY)) {
        return true;
      }
      if (process.waitFor(20, TimeUnit.MILLISECONDS)) {
        return false;
      }
    }
    return false;
  }

  private static Path binary(Path directory) throws IOException {
    try {
      return ExecutableProvider.newJarResourceProvider(directory.toFile()).get().toPath();
    } catch (RuntimeException e) {
      // What the library throws for a platform that it has no server for.
      throw new IOException(e.getClass().getSimpleName() + " " + e.getMessage(), e);
    }
  }

  private static String lastLine(Path log) throws IOException {
    List<String> lines = Files.readAllLines(log);
    return lines.isEmpty() ? "it said nothing" : lines.get(lines.size() - 1).strip();
  }

  private static int freePort() throws IOException {
    try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return probe.getLocalPort();
    }
  }

  private static DemoFailure failure(String why, Throwable cause) {
    String platform = System.getProperty("os.name") + " " + System.getProperty("os.arch");
    return new DemoFailure(
        "Redis cannot be started on this platform (%s: %s); use one that runs: --redis=HOST:PORT"
            .formatted(platform, why),
        cause);
  }
}
