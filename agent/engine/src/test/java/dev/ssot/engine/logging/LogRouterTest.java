package dev.ssot.engine.logging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ssot.bootstrap.options.LogTarget;
import dev.ssot.engine.bridge.TestClassBytes;
import dev.ssot.engine.logging.Application.Received;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

final class LogRouterTest {
  private final LogRouter router = new LogRouter();
  private final Console console = new Console();

  @Test
  void lines_wait_until_the_options_are_known() {
    log("early");
    router.tick(0);
    router.flush();
    open("stderr");
    assertThat(console.lines()).isEmpty();

    router.tick(200);
    assertThat(console.lines()).containsExactly("[ssot] early");
  }

  @Test
  void nothing_is_written_on_the_thread_that_logs() {
    open("stderr");
    log("a line");
    assertThat(console.lines()).isEmpty();
  }

  @Test
  void beyond_the_capacity_lines_are_dropped_and_counted() {
    open("stderr");
    for (int i = 1; i <= LogRouter.CAPACITY + 7; i++) {
      log("line " + i);
    }
    router.flush();

    assertThat(console.lines())
        .hasSize(LogRouter.CAPACITY + 1)
        .startsWith("[ssot] line 1")
        .endsWith(
            "[ssot] line 1000",
            "[ssot] 7 log lines were dropped: more than 1000 waited to be written");
  }

  @Test
  void a_second_has_100_lines_and_the_next_second_the_others() {
    open("stderr");
    for (int i = 0; i < 150; i++) {
      log("line");
    }
    router.tick(-5_000);
    router.tick(-4_500);
    assertThat(console.lines()).hasSize(100);

    router.tick(-4_000);
    assertThat(console.lines()).hasSize(150);
  }

  @Test
  void threads_that_log_at_once_lose_no_line() throws Exception {
    open("stderr");
    List<Thread> threads = new ArrayList<>();
    for (int t = 0; t < 8; t++) {
      var thread =
          new Thread(
              () -> {
                for (int i = 0; i < 100; i++) {
                  log("line");
                }
              });
      threads.add(thread);
      thread.start();
    }
    for (int tick = 0; tick < 5; tick++) {
      router.tick(1_000L * tick);
    }
    for (Thread thread : threads) {
      thread.join();
    }
    router.flush();
    assertThat(console.lines()).hasSize(800);
  }

  @Test
  void what_was_never_delivered_goes_to_stderr_at_exit() {
    open("auto");
    log("a line");
    router.tick(0);
    assertThat(console.lines()).isEmpty();

    router.flush();
    assertThat(console.lines()).containsExactly("[ssot] a line");
  }

  @Test
  @Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
  void an_appender_that_hangs_does_not_hang_the_exit() throws Exception {
    var inAppender = new CountDownLatch(1);
    var release = new CountDownLatch(1);
    List<Received> received = new ArrayList<>();
    try (var application = Application.with("slf4j-2")) {
      application.append(
          line -> {
            received.add(line);
            inAppender.countDown();
            await(release);
          });
      open("auto");
      router.loaderSeen(application.loader());
      log("hangs");
      var ticker = new Thread(() -> router.tick(0), "ssot-ticker");
      ticker.start();
      assertThat(inAppender.await(30, TimeUnit.SECONDS)).isTrue();

      log("the summary");
      router.tick(200);
      router.flush();

      assertThat(console.lines()).containsExactly("[ssot] the summary");
      release.countDown();
      ticker.join();
      assertThat(received).extracting(Received::message).containsExactly("hangs");
    }
  }

  @Test
  void a_stack_is_indented_below_its_line() {
    open("stderr");
    var thrown = new IllegalStateException("boom", new RuntimeException("why"));
    router.append(new LogLine("ERROR", "test", "first\nsecond", thrown));
    router.flush();

    assertThat(console.lines())
        .startsWith(
            "[ssot] first",
            "[ssot] second",
            "[ssot]     java.lang.IllegalStateException: boom",
            "[ssot]         at " + thrown.getStackTrace()[0])
        .contains("[ssot]     Caused by: java.lang.RuntimeException: why");
  }

  @Test
  void an_exception_that_cannot_say_what_it_is_still_leaves_its_name() {
    open("stderr");
    router.append(new LogLine("ERROR", "test", "failed", new Mute()));
    router.flush();

    assertThat(console.lines())
        .containsExactly("[ssot] failed", "[ssot]     " + Mute.class.getName());
  }

  @Test
  void none_writes_nothing_and_keeps_nothing() {
    open("none");
    log("a line");
    router.tick(0);
    open("stderr");
    router.flush();
    assertThat(console.lines()).isEmpty();
  }

  @Test
  void a_file_is_opened_with_the_first_line_and_appended_to(@TempDir Path directory)
      throws Exception {
    Path file = directory.resolve("ssot.log");
    open("file:" + file);
    router.tick(0);
    assertThat(file).doesNotExist();

    Files.writeString(file, "of an earlier run\n");
    log("größer");
    router.append(new LogLine("ERROR", "a.b.C", "failed", new RuntimeException("why")));
    router.tick(200);

    List<String> lines = Files.readAllLines(file);
    assertThat(lines.get(0)).isEqualTo("of an earlier run");
    assertThat(lines.get(1)).matches("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z WARN test - größer");
    assertThat(lines.get(2)).endsWith("Z ERROR a.b.C - failed");
    assertThat(lines.get(3)).isEqualTo("    java.lang.RuntimeException: why");
    assertThat(console.lines()).isEmpty();
  }

  @Test
  void a_file_that_cannot_be_written_is_said_once_and_its_lines_go_to_stderr(
      @TempDir Path directory) {
    Path file = directory.resolve("missing").resolve("ssot.log");
    open("file:" + file);
    log("first");
    log("second");
    router.tick(0);

    assertThat(console.lines()).hasSize(3);
    assertThat(console.lines().get(0)).startsWith("[ssot] cannot write the log to " + file);
    assertThat(console.lines().subList(1, 3)).containsExactly("[ssot] first", "[ssot] second");
  }

  private void open(String option) {
    router.open(LogTarget.of(option), console.stream(), new TestClassBytes());
  }

  private void log(String message) {
    router.append(new LogLine("WARN", "test", message, null));
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** An exception whose own code is broken. */
  private static final class Mute extends RuntimeException {
    private static final long serialVersionUID = 1;

    @Override
    public String getMessage() {
      throw new UnsupportedOperationException();
    }
  }
}
