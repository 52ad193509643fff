package dev.ssot.dist;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.tools.attach.AgentLoadException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A {@link ForkedJvm} that has started. Its end is waited for no longer than its limit. */
public final class RunningJvm implements AutoCloseable {
  /** Rank, instances, bytes, class; newer JDKs add the module. */
  private static final Pattern ROW =
      Pattern.compile("^\\s*\\d+:\\s+(\\d+)\\s+\\d+\\s+(\\S+)", Pattern.MULTILINE);

  private final Jdk jdk;
  private final List<String> command;
  private final Process process;
  private final Path out;
  private final Path err;
  private final Duration limit;

  RunningJvm(Jdk jdk, List<String> command, Process process, Path out, Path err, Duration limit) {
    this.jdk = jdk;
    this.command = command;
    this.process = process;
    this.out = out;
    this.err = err;
    this.limit = limit;
  }

  public long pid() {
    return process.pid();
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /** So far. */
  public ForkedJvm.Exit printed(int code) {
    return new ForkedJvm.Exit(code, read(out), read(err));
  }

  /** Waits until the application has printed the text on stdout. */
  public RunningJvm awaitOutput(String text) {
    return await(() -> read(out).contains(text), "printing " + text);
  }

  /** Waits until something has happened that the application does. */
  public RunningJvm await(BooleanSupplier happened, String what) {
    long deadline = System.nanoTime() + limit.toNanos();
    while (!happened.getAsBoolean()) {
      if (!process.isAlive() || System.nanoTime() > deadline) {
        throw new AssertionError("no " + what + ": " + command + "\n" + soFar());
      }
      sleep();
    }
    return this;
  }

  /**
   * Waits until the last line that begins with the prefix matches. The next such line does not
   * count, as it may have been on its way already.
   */
  public RunningJvm awaitAnew(String prefix, String line) {
    int before = lines(prefix).size();
    return await(
        () -> {
          List<String> now = lines(prefix);
          return now.size() > before + 1 && now.get(now.size() - 1).matches(line);
        },
        line);
  }

  /** Returns the complete lines on stdout so far that begin with the prefix. */
  public List<String> lines(String prefix) {
    String printed = read(out);
    return printed
        .substring(0, printed.lastIndexOf('\n') + 1)
        .lines()
        .filter(line -> line.startsWith(prefix))
        .toList();
  }

  /** Tells, after a full garbage collection, whether no object of such classes is left. */
  public boolean hasNoneOf(String... classPrefixes) {
    return liveHistogram().keySet().stream()
        .noneMatch(name -> Stream.of(classPrefixes).anyMatch(name::startsWith));
  }

  /** SIGTERM. */
  public ForkedJvm.Exit terminate() {
    process.destroy();
    return awaitEnd();
  }

  /** SIGKILL. */
  public ForkedJvm.Exit kill() {
    process.destroyForcibly();
    return awaitEnd();
  }

  /** Fails, with what was printed, if it does not end in time. */
  public ForkedJvm.Exit awaitEnd() {
    try {
      if (!process.waitFor(limit.toMillis(), MILLISECONDS)) {
        throw new AssertionError("still running after " + limit + ": " + command + "\n" + soFar());
      }
      return new ForkedJvm.Exit(process.exitValue(), read(out), read(err));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted: " + command, interrupted);
    }
  }

  /** Loads the packaged agent into it. */
  public void attachAgent(String options) throws Exception {
    VirtualMachine machine = VirtualMachine.attach(Long.toString(pid()));
    try {
      machine.loadAgent(PackagedJar.path().toString(), options);
    } catch (AgentLoadException answer) {
      // JDK 8 says its 0, which means success, in another place than newer JDKs expect it.
      assertThat(answer).hasMessage("0");
    } finally {
      machine.detach();
    }
  }

  /** Leaves no process and no file behind. */
  @Override
  public void close() {
    try {
      process.destroyForcibly().waitFor();
      Files.delete(out);
      Files.delete(err);
    } catch (IOException undeletable) {
      throw new UncheckedIOException(undeletable);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Instances by class name, after a full garbage collection of the running JVM. */
  public Map<String, Integer> liveHistogram() {
    String jmap = ForkedJvm.on(jdk).runTool("jmap", "-histo:live", "" + pid()).out();
    Map<String, Integer> instances = new HashMap<>();
    for (Matcher row = ROW.matcher(jmap); row.find(); ) {
      instances.merge(row.group(2), Integer.parseInt(row.group(1)), Integer::sum);
    }
    return instances;
  }

  private String soFar() {
    return "out: " + read(out) + "\nerr: " + read(err);
  }

  private static void sleep() {
    try {
      MILLISECONDS.sleep(20);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static String read(Path output) {
    try {
      return new String(Files.readAllBytes(output), UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
