package dev.ssot.engine.logging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ssot.bootstrap.options.LogTarget;
import dev.ssot.engine.bridge.TestClassBytes;
import dev.ssot.engine.logging.Application.Received;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The option {@code log=auto} against real logging libraries: SLF4J 1.7 and 2.0 with logback. */
final class ApplicationSinkTest {
  private static final long PATIENCE = ApplicationSink.PATIENCE_MILLIS;

  private final LogRouter router = new LogRouter();
  private final Console console = new Console();
  private final List<Received> received = new ArrayList<>();

  @BeforeEach
  void openTheRouter() {
    router.open(LogTarget.of("auto"), console.stream(), new TestClassBytes());
  }

  @ParameterizedTest
  @ValueSource(strings = {"slf4j-1", "slf4j-2"})
  void a_line_reaches_the_appender_with_level_message_and_stack(String libraries) throws Exception {
    try (var application = Application.with(libraries)) {
      application.append(received::add);
      router.loaderSeen(application.loader());
      var thrown = new IllegalStateException("boom");

      log("ERROR", "no pool {}", thrown);
      log("WARN", "many pools", null);
      log("INFO", "started", null);
      router.tick(0);

      assertThat(received)
          .containsExactly(
              new Received("ERROR", "dev.ssot.agent", "no pool {}", thrown),
              new Received("WARN", "dev.ssot.agent", "many pools", null),
              new Received("INFO", "dev.ssot.agent", "started", null));
      assertThat(received.get(0).thrown().getStackTrace()[0].getMethodName())
          .isEqualTo("a_line_reaches_the_appender_with_level_message_and_stack");
      assertThat(console.lines()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"slf4j-1", "slf4j-2"})
  void slf4j_is_never_bound_before_the_application_does_it(String libraries) throws Exception {
    try (var application = Application.with(libraries)) {
      application.loadSlf4j();
      router.loaderSeen(application.loader());
      log("WARN", "early", null);

      router.tick(0);
      assertThat(application.slf4jState()).isZero();

      application.append(received::add);
      assertThat(application.slf4jState()).isEqualTo(3);
      router.tick(200);
      assertThat(received).extracting(Received::message).containsExactly("early");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"slf4j-1", "slf4j-2"})
  void lines_wait_until_warnings_get_through(String libraries) throws Exception {
    try (var application = Application.with(libraries)) {
      application.append(received::add);
      application.denyAll();
      router.loaderSeen(application.loader());
      log("WARN", "while Spring Boot denies all", null);

      router.tick(0);
      router.tick(PATIENCE - 1);
      assertThat(received).isEmpty();

      application.denyNothing();
      router.tick(PATIENCE - 1);
      assertThat(received)
          .extracting(Received::message)
          .containsExactly("while Spring Boot denies all");
      assertThat(console.lines()).isEmpty();
    }
  }

  @Test
  void a_log_that_was_open_once_may_silence_us() throws Exception {
    try (var application = Application.with("slf4j-2")) {
      application.append(received::add);
      router.loaderSeen(application.loader());
      log("WARN", "loud", null);
      router.tick(0);

      application.setLevel("dev.ssot.agent", "OFF");
      log("WARN", "silenced", null);
      router.tick(PATIENCE + 1);

      assertThat(received).extracting(Received::message).containsExactly("loud");
      assertThat(console.lines()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"slf4j-1", "slf4j-2"})
  void without_a_binding_lines_go_to_stderr_after_30_seconds(String libraries) throws Exception {
    try (var application = Application.withoutBinding(libraries)) {
      application.bind();
      assertThat(application.slf4jState()).isEqualTo(4);
      router.loaderSeen(application.loader());
      log("WARN", "nobody reads this", null);

      router.tick(1_000);
      router.tick(1_000 + PATIENCE - 1);
      assertThat(console.lines()).isEmpty();

      router.tick(1_000 + PATIENCE);
      assertThat(console.lines()).containsExactly("[ssot] nobody reads this");
    }
  }

  @Test
  void without_slf4j_lines_go_to_stderr_after_30_seconds() throws Exception {
    try (var application = Application.withoutSlf4j()) {
      router.loaderSeen(application.loader());
      router.prefer(application.loader());
      log("WARN", "first", null);
      router.tick(0);
      assertThat(console.lines()).isEmpty();

      router.tick(PATIENCE);
      log("WARN", "second", null);
      router.tick(PATIENCE + 200);
      assertThat(console.lines()).containsExactly("[ssot] first", "[ssot] second");
    }
  }

  @Test
  void a_log_that_opens_late_gets_the_later_lines() throws Exception {
    try (var application = Application.with("slf4j-2")) {
      log("WARN", "first", null);
      router.tick(0);
      router.tick(PATIENCE);

      application.append(received::add);
      router.loaderSeen(application.loader());
      log("WARN", "second", null);
      router.tick(PATIENCE + 200);

      assertThat(console.lines()).containsExactly("[ssot] first");
      assertThat(received).extracting(Received::message).containsExactly("second");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"slf4j-1", "slf4j-2"})
  void an_appender_that_throws_twice_in_a_row_is_given_up(String libraries) throws Exception {
    try (var application = Application.with(libraries)) {
      application.append(
          line -> {
            received.add(line);
            throw new AssertionError("the application's appender");
          });
      router.loaderSeen(application.loader());
      log("WARN", "first", null);
      log("WARN", "second", null);
      log("WARN", "third", null);
      router.tick(0);
      log("WARN", "fourth", null);
      router.tick(PATIENCE);

      assertThat(received).extracting(Received::message).containsExactly("first", "second");
      assertThat(console.lines())
          .containsExactly("[ssot] first", "[ssot] second", "[ssot] third", "[ssot] fourth");
    }
  }

  @Test
  void an_appender_that_throws_now_and_then_is_kept() throws Exception {
    try (var application = Application.with("slf4j-2")) {
      application.append(
          line -> {
            if (line.message().startsWith("bad")) {
              throw new IllegalStateException("the application's appender");
            }
            received.add(line);
          });
      router.loaderSeen(application.loader());
      for (String message : List.of("bad 1", "good 1", "bad 2", "good 2")) {
        log("WARN", message, null);
      }
      router.tick(0);

      assertThat(received).extracting(Received::message).containsExactly("good 1", "good 2");
      assertThat(console.lines()).containsExactly("[ssot] bad 1", "[ssot] bad 2");
    }
  }

  @Test
  void a_line_that_comes_of_writing_one_waits_for_the_next_tick() throws Exception {
    try (var application = Application.with("slf4j-2")) {
      application.append(
          line -> {
            received.add(line);
            log("WARN", "echo of " + line.message(), null);
            router.tick(0);
          });
      router.loaderSeen(application.loader());
      log("WARN", "a line", null);

      router.tick(0);
      assertThat(received).extracting(Received::message).containsExactly("a line");
      router.tick(200);
      assertThat(received)
          .extracting(Received::message)
          .containsExactly("a line", "echo of a line");
    }
  }

  @Test
  void an_appender_that_echoes_every_line_twice_cannot_flood_the_log() throws Exception {
    try (var application = Application.with("slf4j-2")) {
      application.append(
          line -> {
            received.add(line);
            log("WARN", "echo", null);
            log("WARN", "echo", null);
          });
      router.loaderSeen(application.loader());
      log("WARN", "a line", null);
      int seconds = 60;
      for (int tick = 0; tick < 5 * seconds; tick++) {
        router.tick(200L * tick);
      }

      // A second has its lines, and one that says how many were dropped.
      assertThat(received.size()).isLessThanOrEqualTo((LogRouter.LINES_PER_SECOND + 1) * seconds);
      assertThat(received)
          .extracting(Received::message)
          .anyMatch(message -> message.matches("\\d+ log lines were dropped: .*"));
    }
  }

  private void log(String level, String message, Throwable thrown) {
    router.append(new LogLine(level, "test", message, thrown));
  }
}
