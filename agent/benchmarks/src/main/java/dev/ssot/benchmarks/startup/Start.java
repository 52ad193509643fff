package dev.ssot.benchmarks.startup;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * One start of the service.
 *
 * @param wall from the start of the process to its first answer
 * @param cpu user and system time until then
 */
record Start(Duration wall, Duration cpu) {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final int CONSTRUCTIONS = 2;

  /**
   * Starts the service, waits for its answer and stops it.
   *
   * @throws IllegalStateException if it does not answer, or the watching agent did not see the
   *     target
   */
  static Start measure(Watcher watcher, List<String> java, Path target)
      throws IOException, InterruptedException {
    Path log = Files.createTempFile("startup", ".log");
    Path report = Files.createTempFile("startup", ".json");
    int port = freePort();
    List<String> command = new ArrayList<>(java);
    command.addAll(watcher.jvmArguments(target, report));
    command.add("-jar");
    command.add(target.resolve("../startup-app/target/startup-app.jar").normalize().toString());
    command.add("--server.port=" + port);
    long began = System.nanoTime();
    Process service =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    try {
      awaitAnswer(port, service, log);
      Duration wall = Duration.ofNanos(System.nanoTime() - began);
      Duration cpu = service.info().totalCpuDuration().orElse(Duration.ZERO);
      stop(service);
      check(watcher, Files.readString(log), Files.readString(report));
      return new Start(wall, cpu);
    } finally {
      service.destroyForcibly();
      Files.delete(log);
      Files.delete(report);
    }
  }

  private static void awaitAnswer(int port, Process service, Path log)
      throws IOException, InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!answers(port)) {
      if (!service.isAlive() || System.nanoTime() > deadline) {
        throw new IllegalStateException("no answer: " + Files.readString(log));
      }
      Thread.sleep(10);
    }
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

  private static void stop(Process service) throws InterruptedException {
    service.destroy();
    if (!service.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      throw new IllegalStateException("the service does not stop");
    }
  }

  /** Checks that the agent saw the constructions: one that saw nothing would prove nothing. */
  private static void check(Watcher watcher, String log, String report) {
    boolean seen =
        switch (watcher) {
          case SSOT -> report.matches("(?s).*\"constructions\"\\s*:\\s*" + CONSTRUCTIONS + "\\D.*");
          case ASPECTJ -> log.split("seen by AspectJ", -1).length - 1 == CONSTRUCTIONS;
          case SSOT_WITHOUT_MATCH -> log.contains("no class matched");
          case NOBODY -> true;
        };
    if (!seen) {
      throw new IllegalStateException(watcher + " did not do its work: " + log + report);
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
