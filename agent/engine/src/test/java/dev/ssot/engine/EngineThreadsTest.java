package dev.ssot.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ssot.engine.logging.EngineLog;
import dev.ssot.engine.logging.Lines;
import dev.ssot.engine.redirect.Scene;
import dev.ssot.engine.thread.Chore;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Code of the application that waits, for a lock or for ever, holds up its own thread alone. */
final class EngineThreadsTest {
  private final CountDownLatch held = new CountDownLatch(1);
  private final CountDownLatch agent = new CountDownLatch(3);
  private final CountDownLatch other = new CountDownLatch(3);

  @Test
  void a_listener_of_a_registry_that_waits_holds_up_nobody() throws Exception {
    assertThatTheOthersGoOn(now -> other.countDown(), now -> held.await());
  }

  @Test
  void a_listener_of_an_mbean_server_that_waits_holds_up_nobody() throws Exception {
    assertThatTheOthersGoOn(now -> held.await(), now -> other.countDown());
  }

  private void assertThatTheOthersGoOn(Chore registering, Chore metering) throws Exception {
    EngineThreads threads =
        new EngineThreads(
            EngineLog.router(),
            Scene.of(Shared.class, "mode=observe").canonicals,
            new Lines(),
            registering,
            metering,
            now -> agent.countDown());
    threads.start();
    try {
      assertThat(agent.await(30, TimeUnit.SECONDS)).isTrue();
      assertThat(other.await(30, TimeUnit.SECONDS)).isTrue();
    } finally {
      threads.stop();
      held.countDown();
    }
  }

  /** A target. */
  static final class Shared {}
}
