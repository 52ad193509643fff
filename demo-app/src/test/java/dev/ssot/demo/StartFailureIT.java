package dev.ssot.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is in the way is said in one line, and nothing stays behind. */
class StartFailureIT {
  @TempDir private Path temporary;

  @Test
  void a_taken_port_is_named() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertFails(
          List.of(),
          List.of("serve", "--port=" + taken.getLocalPort()),
          1,
          "demo: port "
              + taken.getLocalPort()
              + " cannot be used \\(.*\\); choose another with --port=PORT.*");
    }
  }

  /**
   * Which server is taken is decided by what {@code uname} says: here the one that does not fit.
   */
  @Test
  void a_platform_without_a_redis_is_told_of_the_option(@TempDir Path commands) throws Exception {
    String other = System.getProperty("os.arch").equals("aarch64") ? "x86_64" : "aarch64";
    Path uname = Files.writeString(commands.resolve("uname"), "#!/bin/sh\necho " + other + "\n");
    assertThat(uname.toFile().setExecutable(true)).isTrue();

    try (DemoProcess demo =
        DemoProcess.run(
            Map.of("PATH", commands + File.pathSeparator + System.getenv("PATH")),
            temporary,
            List.of(),
            "serve",
            "--port=0")) {
      assertThat(demo.exitCode()).as(demo.output()).isEqualTo(1);
      assertThat(demo.output())
          .matches("demo: Redis cannot be started on this platform \\(.*--redis=HOST:PORT");
    }
    assertThat(temporary).isEmptyDirectory();
  }

  @Test
  void a_small_heap_is_told_of_the_size_that_is_needed() throws Exception {
    assertFails(
        List.of("-Xmx128m"),
        List.of("serve", "--port=0"),
        1,
        "demo: memory is short: the heap may grow to 128 MB, .* start with java -Xmx\\d+m");
  }

  @Test
  void the_heap_that_is_asked_for_is_enough() throws Exception {
    try (DemoProcess demo = DemoProcess.run(temporary, List.of("-Xmx320m"), "incident")) {
      assertThat(demo.exitCode()).as(demo.output()).isZero();
      assertThat(demo.output()).contains("close codes {1011=20}").doesNotContain("OutOfMemory");
    }
  }

  @Test
  void an_outside_redis_that_does_not_answer_is_named() throws Exception {
    assertFails(
        List.of(),
        List.of("serve", "--port=0", "--redis=127.0.0.1:1"),
        1,
        "demo: no Redis answers at --redis=127.0.0.1:1: .*");
  }

  @Test
  void a_wrong_option_is_named() throws Exception {
    assertFails(List.of(), List.of("--prot=1"), 2, "demo: no option --prot; there are .*--port.*");
  }

  private void assertFails(
      List<String> jvmOptions, List<String> arguments, int exitCode, String line) throws Exception {
    try (DemoProcess demo =
        DemoProcess.run(temporary, jvmOptions, arguments.toArray(String[]::new))) {
      assertThat(demo.exitCode()).as(demo.output()).isEqualTo(exitCode);
      assertThat(demo.output()).matches(line);
    }
    assertThat(temporary).isEmptyDirectory();
  }
}
