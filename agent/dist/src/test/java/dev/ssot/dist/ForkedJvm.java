package dev.ssot.dist;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An application in a JVM of its own, with the packaged agent or without one. It has no stdin, and
 * of the environment nothing that would bring another agent or other options.
 */
public final class ForkedJvm {
  private final Jdk jdk;
  private final List<String> launcher = new ArrayList<>();
  private final List<String> jvmArguments = new ArrayList<>();
  private final Map<String, String> environment = new HashMap<>();
  private List<Path> classPath = List.of(PackagedJar.fixtures());
  private Path directory = PackagedJar.fixtures().getParent();
  private Duration timeout = Duration.ofSeconds(60);

  private ForkedJvm(Jdk jdk) {
    this.jdk = jdk;
  }

  /** The fixtures are its class path unless another one is set. */
  public static ForkedJvm on(Jdk jdk) {
    return new ForkedJvm(jdk);
  }

  /** A program that starts what follows its own arguments. */
  public ForkedJvm withLauncher(String... command) {
    launcher.addAll(List.of(command));
    return this;
  }

  public ForkedJvm withArguments(String... arguments) {
    jvmArguments.addAll(List.of(arguments));
    return this;
  }

  /** The packaged jar, with options as after the {@code =} of {@code -javaagent}. */
  public ForkedJvm withAgent(String... options) {
    return withAgent(PackagedJar.path(), options);
  }

  public ForkedJvm withAgent(Path jar, String... options) {
    String suffix = options.length == 0 ? "" : "=" + String.join(",", options);
    return withArguments("-javaagent:" + jar + suffix);
  }

  public ForkedJvm withClassPath(Path... entries) {
    classPath = List.of(entries);
    return this;
  }

  public ForkedJvm withEnvironment(String name, String value) {
    environment.put(name, value);
    return this;
  }

  public ForkedJvm inDirectory(Path path) {
    directory = path;
    return this;
  }

  public ForkedJvm within(Duration limit) {
    timeout = limit;
    return this;
  }

  /** Waits for the end of {@code mainClass}. */
  public Exit run(Class<?> mainClass, String... arguments) {
    return run(mainClass.getName(), arguments);
  }

  /** Waits for the end of {@code mainClass}. */
  public Exit run(String mainClass, String... arguments) {
    return runProgram(Stream.of(new String[] {"-cp", classPath(), mainClass}, arguments));
  }

  /** Waits for the end of {@code java -jar}. */
  public Exit runJar(Path jar, String... arguments) {
    return runProgram(Stream.of(new String[] {"-jar", jar.toString()}, arguments));
  }

  /** Leaves {@code java -jar} running. */
  public RunningJvm startJar(Path jar, String... arguments) {
    return startProgram(Stream.of(new String[] {"-jar", jar.toString()}, arguments));
  }

  /** Does not wait: the test ends it, or waits for its end. */
  public RunningJvm start(Class<?> mainClass, String... arguments) {
    return start(mainClass.getName(), arguments);
  }

  /** Does not wait: the test ends it, or waits for its end. */
  public RunningJvm start(String mainClass, String... arguments) {
    return startProgram(Stream.of(new String[] {"-cp", classPath(), mainClass}, arguments));
  }

  /** Waits for the end of a JVM that is told all by its arguments, such as {@code -version}. */
  public Exit runBare() {
    return runProgram(Stream.of());
  }

  /** Waits for the end of a program of the JDK, such as {@code javac}, that starts a JVM. */
  public Exit runTool(String tool, String... arguments) {
    List<String> command = new ArrayList<>(List.of(jdk.tool(tool).toString()));
    command.addAll(List.of(arguments));
    return end(command);
  }

  private Exit runProgram(Stream<String[]> program) {
    return end(command(program));
  }

  private RunningJvm startProgram(Stream<String[]> program) {
    return start(command(program));
  }

  private List<String> command(Stream<String[]> program) {
    List<String> command = new ArrayList<>(launcher);
    command.add(jdk.java().toString());
    command.addAll(jvmArguments);
    program.forEach(part -> command.addAll(List.of(part)));
    return command;
  }

  private Exit end(List<String> command) {
    try (RunningJvm running = start(command)) {
      return running.awaitEnd();
    }
  }

  /** Files take the output: a full pipe would stop the application. */
  private RunningJvm start(List<String> command) {
    try {
      Path out = Files.createTempFile("forked", ".out");
      Path err = Files.createTempFile("forked", ".err");
      return new RunningJvm(jdk, command, start(command, out, err), out, err, timeout);
    } catch (IOException failed) {
      throw new UncheckedIOException("cannot run " + command, failed);
    }
  }

  private Process start(List<String> command, Path out, Path err) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().keySet().removeIf(ForkedJvm::changesJvms);
    builder.environment().putAll(environment);
    Process process = builder.start();
    process.getOutputStream().close();
    return process;
  }

  private static boolean changesJvms(String variable) {
    return variable.startsWith("SSOT_")
        || variable.equals("JAVA_TOOL_OPTIONS")
        || variable.equals("JDK_JAVA_OPTIONS")
        || variable.equals("_JAVA_OPTIONS");
  }

  private String classPath() {
    return classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }

  /** How an application ended, and all that it printed. */
  public record Exit(int code, String out, String err) {}
}
