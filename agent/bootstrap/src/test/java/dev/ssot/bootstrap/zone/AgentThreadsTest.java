package dev.ssot.bootstrap.zone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

final class AgentThreadsTest {
  @Test
  void a_thread_is_a_daemon_without_a_loader_of_the_application_and_not_started() {
    Thread thread = AgentThreads.daemon("ssot-test", () -> {});

    assertThat(thread.getName()).isEqualTo("ssot-test");
    assertThat(thread.isDaemon()).isTrue();
    assertThat(thread.getContextClassLoader()).isNull();
    assertThat(thread.getState()).isEqualTo(Thread.State.NEW);
  }

  /** It may end the JVM. */
  @Test
  void the_default_handler_of_the_application_hears_of_nothing() throws InterruptedException {
    Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
    AtomicReference<Throwable> heard = new AtomicReference<>();
    Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> heard.set(thrown));
    try {
      Thread thread = AgentThreads.daemon("ssot-test", AgentThreadsTest::fail);
      thread.start();
      thread.join();
    } finally {
      Thread.setDefaultUncaughtExceptionHandler(before);
    }

    assertThat(heard).hasNullValue();
  }

  private static void fail() {
    throw new IllegalStateException("on purpose");
  }
}
