package dev.ssot.demo;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The packaged demo in a JVM of its own, whose temporary files are in a directory of the test. */
final class DemoProcess implements AutoCloseable {
  static final Path JAR = Path.of("target/demo-app.jar").toAbsolutePath();

  private static final Pattern ENDPOINT = Pattern.compile("HTTP endpoint at http://(\\S+)/");
  private static final Pattern READY = Pattern.compile("chat: (http://127.0.0.1:\\d+)/ .*");
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  /** Two busy cores may need it; nothing is asserted of how much of it is used. */
  private static final int PATIENCE_SECONDS = 120;

  final Process process;
  private final List<String> output = new CopyOnWriteArrayList<>();
  private final Thread reader;

  private DemoProcess(Process process) {
    this.process = process;
    reader = new Thread(this::read, "output of the demo");
    reader.start();
  }

  /** The option that starts the packaged agent in {@code mode}, with the groups of the demo. */
  static String agent(String mode) {
    Path settings = Path.of("ssot.yaml").toAbsolutePath();
    return "-javaagent:" + ObservedIT.AGENT + "=config=" + settings + ",mode=" + mode;
  }

  /** Serves on any free port. */
  static DemoProcess serve(Path temporary, List<String> jvmOptions, String... options)
      throws IOException {
    List<String> arguments = new ArrayList<>(List.of("serve", "--port=0"));
    arguments.addAll(List.of(options));
    return run(temporary, jvmOptions, arguments.toArray(String[]::new));
  }

  static DemoProcess run(Path temporary, List<String> jvmOptions, String... arguments)
      throws IOException {
    return run(Map.of(), temporary, jvmOptions, arguments);
  }

  /** Serves with {@code patched} classes in front of those that the jar was made of. */
  static DemoProcess servePatched(Path temporary, Path patched) throws IOException {
    String classes = patched + File.pathSeparator + System.getProperty("java.class.path");
    List<String> launch = List.of("-cp", classes, DemoApp.class.getName());
    return launch(Map.of(), temporary, List.of(), launch, "serve", "--port=0");
  }

  /** Runs a class of another class path than the demo's. */
  static DemoProcess runClass(
      Path temporary, List<String> jvmOptions, Path classes, String mainClass, String... arguments)
      throws IOException {
    List<String> launch = List.of("-cp", classes.toString(), mainClass);
    return launch(Map.of(), temporary, jvmOptions, launch, arguments);
  }

  static DemoProcess run(
      Map<String, String> environment, Path temporary, List<String> jvmOptions, String... arguments)
      throws IOException {
    return launch(environment, temporary, jvmOptions, List.of("-jar", JAR.toString()), arguments);
  }

  private static DemoProcess launch(
      Map<String, String> environment,
      Path temporary,
      List<String> jvmOptions,
      List<String> launch,
      String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Djava.io.tmpdir=" + temporary);
    // A short life: the second compiler would only take the cores from the others.
    command.add("-XX:TieredStopAtLevel=1");
    command.addAll(jvmOptions);
    command.addAll(launch);
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    return new DemoProcess(builder.start());
  }

  /** Where the page is; waits until the service says so. */
  String url() throws InterruptedException {
    for (int i = 0; i < PATIENCE_SECONDS * 10; i++) {
      for (String line : output) {
        Matcher ready = READY.matcher(line);
        if (ready.matches()) {
          return ready.group(1);
        }
      }
      if (!process.isAlive()) {
        throw new AssertionError("the demo ended by itself:\n" + output());
      }
      Thread.sleep(100);
    }
    throw new AssertionError("the demo is not ready:\n" + output());
  }

  /** The address of the agent's HTTP endpoint, once the demo is ready. */
  String agentEndpoint() throws InterruptedException {
    url();
    return loggedEndpoint();
  }

  /** The address of the agent's HTTP endpoint, once the agent has logged it on stderr. */
  String loggedEndpoint() throws InterruptedException {
    for (int i = 0; i < PATIENCE_SECONDS * 10 && process.isAlive(); i++) {
      Matcher endpoint = ENDPOINT.matcher(output());
      if (endpoint.find()) {
        return endpoint.group(1);
      }
      Thread.sleep(100);
    }
    throw new AssertionError("no endpoint of the agent: " + output());
  }

  String chatUrl() throws InterruptedException {
    return url().replace("http", "ws") + "/chat";
  }

  /** The body, whatever the status: a health that is DOWN comes with 503. */
  String get(String path) throws IOException, InterruptedException {
    return HTTP.send(
            HttpRequest.newBuilder(URI.create(url() + path)).build(), BodyHandlers.ofString())
        .body();
  }

  /** The value of a series in the metrics that the service publishes. */
  double metric(String name) throws IOException, InterruptedException {
    return get("/actuator/prometheus")
        .lines()
        .filter(line -> line.startsWith(name + " "))
        .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no metric " + name));
  }

  /** The exit code, once all that the process has written is read. */
  int exitCode() throws InterruptedException {
    return exitCode(PATIENCE_SECONDS);
  }

  /** The same for a program that takes longer. */
  int exitCode(int patienceSeconds) throws InterruptedException {
    if (!process.waitFor(patienceSeconds, TimeUnit.SECONDS)) {
      throw new AssertionError("the demo does not end:\n" + output());
    }
    reader.join();
    return process.exitValue();
  }

  String output() {
    return String.join("\n", output);
  }

  /** As an orderly stop; by force when that takes too long. */
  @Override
  public void close() {
    process.destroy();
    if (process.onExit().completeOnTimeout(null, PATIENCE_SECONDS, TimeUnit.SECONDS).join()
        == null) {
      process.destroyForcibly();
    }
  }

  private void read() {
    try (BufferedReader lines = process.inputReader()) {
      lines.lines().forEach(output::add);
    } catch (IOException | UncheckedIOException e) {
      // The process was killed while it wrote.
    }
  }
}
