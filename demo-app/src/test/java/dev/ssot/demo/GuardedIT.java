package dev.ssot.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ssot.demo.redis.RedisManager;
import dev.ssot.demo.server.EmbeddedRedis;
import dev.ssot.demo.server.RunDirectory;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The 47 callers as they are where connections are tidied up: each closes what it opened. Redis,
 * Jedis and its pool are real.
 */
class GuardedIT {
  private static final int CALLERS = 47;

  private static final String CALLER =
      """
      final class Caller%d {
        static void call() {
          try (RedisManager redis = new RedisManager()) {
            redis.commands().incr("calls");
          }
        }
      }
      """;

  private static final String MAIN =
      """
      import dev.ssot.demo.redis.RedisManager;
      import java.util.ArrayList;
      import java.util.List;
      import java.util.concurrent.*;

      public final class Main {
        public static void main(String[] arguments) throws Exception {
          ExecutorService threads = Executors.newFixedThreadPool(8);
          List<Future<?>> calls = new ArrayList<>();
          for (Runnable call : List.<Runnable>of(%s)) {
            calls.add(threads.submit(call));
          }
          int failed = 0;
          for (Future<?> call : calls) {
            try {
              call.get();
            } catch (ExecutionException e) {
              failed++;
            }
          }
          threads.shutdown();
          System.out.println("failed " + failed);
          System.out.println("open " + !RedisManager.getInstance().pool().isClosed());
          System.out.println("calls " + RedisManager.getInstance().commands().get("calls"));
        }
      }
      """;

  private static RunDirectory directory;
  private static EmbeddedRedis redis;
  @TempDir private static Path classes;

  @TempDir private Path temporary;

  @BeforeAll
  static void start() throws Exception {
    directory = RunDirectory.create();
    redis = EmbeddedRedis.start(directory, 1_000);
    compile();
  }

  @AfterAll
  static void stop() {
    redis.close();
    directory.close();
  }

  @Test
  void what_each_closes_stays_open_for_all() throws Exception {
    Path report = temporary.resolve("report.json");

    Run run = run("mode=enforce,report=" + report);

    assertThat(run.exitCode()).as(run.output()).isZero();
    assertThat(run.output()).contains("failed 0", "open true").containsPattern("calls \\d+");
    JsonNode target = new JsonMapper().readTree(report).get("targets").get(0);
    assertThat(target.get("guarded").asInt()).isEqualTo(CALLERS);
    assertThat(target.get("redirects").asInt()).isEqualTo(CALLERS);
    assertThat(target.get("constructions").asInt()).isOne();
  }

  @Test
  void without_the_guard_the_first_closes_it_for_all() throws Exception {
    Run run = run("mode=enforce,guard=none");

    assertThat(run.output()).contains("open false").doesNotContain("failed 0");
  }

  private static void compile() throws Exception {
    String all = numbers().mapToObj("Caller%d::call"::formatted).collect(Collectors.joining(", "));
    String callers = numbers().mapToObj(CALLER::formatted).collect(Collectors.joining());
    Path source = Files.writeString(classes.resolve("Main.java"), MAIN.formatted(all) + callers);
    List<String> options =
        List.of(
            "-d", classes.toString(), "-g", "-proc:none", "-cp", classPath(), source.toString());
    int failed =
        ToolProvider.getSystemJavaCompiler().run(null, null, null, options.toArray(String[]::new));
    assertThat(failed).isZero();
  }

  private static IntStream numbers() {
    return IntStream.rangeClosed(1, CALLERS);
  }

  private static String classPath() {
    return System.getProperty("java.class.path");
  }

  private static Run run(String options) throws Exception {
    Path output = Files.createTempFile(directory.path(), "run", ".txt");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-javaagent:" + ObservedIT.AGENT + "=" + options + ",log=none",
                "-D" + RedisManager.ADDRESS + "=" + redis.address(),
                "-cp",
                classes + File.pathSeparator + classPath(),
                "Main")
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    if (!process.waitFor(120, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("it does not end:\n" + Files.readString(output));
    }
    return new Run(process.exitValue(), Files.readString(output));
  }

  private record Run(int exitCode, String output) {}
}
