package dev.ssot.bootstrap.start;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.shop.Shop;
import dev.ssot.bootstrap.options.Options;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class ExitHookTest {
  @TempDir private Path temp;

  @Test
  void the_exit_waits_for_the_last_words() throws Exception {
    AtomicInteger ended = new AtomicInteger();
    EngineStarter starter = running(ended::incrementAndGet);

    exit(starter, Start.FOR_EVER);

    assertThat(ended).hasValue(1);
  }

  @Test
  void the_exit_does_not_wait_for_ever() throws Exception {
    CountDownLatch released = new CountDownLatch(1);
    CountDownLatch ended = new CountDownLatch(1);
    EngineStarter starter =
        running(
            () -> {
              released.await();
              ended.countDown();
              return null;
            });

    exit(starter, 1);

    assertThat(ended.getCount()).isEqualTo(1);
    released.countDown();
    ended.await();
  }

  @Test
  void last_words_that_fail_harm_nobody() throws Exception {
    EngineStarter starter =
        running(
            () -> {
              throw new IllegalStateException("broken on purpose");
            });

    assertThat(exit(starter, Start.FOR_EVER)).isNull();
  }

  /** Runs the hook as the JVM does, and returns what it threw; null if nothing. */
  private static Throwable exit(EngineStarter starter, long patienceMillis) throws Exception {
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    ExitHook hook = new ExitHook(starter, patienceMillis);
    hook.setUncaughtExceptionHandler((thread, problem) -> thrown.set(problem));
    hook.start();
    hook.join();
    return thrown.get();
  }

  /** An engine that was started, and does that at its end. */
  private EngineStarter running(Callable<?> atExit) throws Exception {
    AtomicInteger calls = new AtomicInteger();
    Callable<Options> engine =
        () -> {
          if (calls.incrementAndGet() == 3) {
            atExit.call();
          }
          return null;
        };
    EngineStarter starter = Start.patient(new Start(temp).context(engine));
    assertThat(starter.engineFor(Shop.class.getClassLoader(), "com/acme/shop/Shop")).isNotNull();
    return starter;
  }
}
