package dev.ssot.engine.transform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.helpers.NOPLogger;

/** A loader of the application is asked on another thread, and not for long. */
final class ReaderThreadsTest {
  private static final byte[] FILE = {1};

  private final ReaderThreads readers = new ReaderThreads(NOPLogger.NOP_LOGGER);
  private final ClassLoader loader = new ClassLoader() {};
  private final CountDownLatch never = new CountDownLatch(1);

  @BeforeEach
  void start() {
    readers.start();
  }

  @Test
  void a_loader_of_the_application_is_asked_on_a_thread_of_the_agent() {
    List<Object> seen = new ArrayList<>();

    byte[] read =
        readers.read(
            name -> {
              seen.add(Thread.currentThread().getName());
              seen.add(Thread.currentThread().getContextClassLoader());
              return FILE;
            },
            loader,
            "A");

    assertThat(read).isSameAs(FILE);
    assertThat(seen).containsExactly("ssot-reader", loader);
  }

  @Test
  void a_loader_of_the_jdk_is_asked_at_once() {
    List<Thread> seen = new ArrayList<>();

    readers.read(
        name -> {
          seen.add(Thread.currentThread());
          return FILE;
        },
        ClassLoader.getPlatformClassLoader(),
        "A");

    assertThat(seen).containsExactly(Thread.currentThread());
  }

  @Test
  void one_that_does_not_answer_is_asked_no_more_and_keeps_no_other_waiting() {
    assertThat(readers.read(name -> blocked(), loader, "A")).isNull();
    assertThat(readers.read(name -> FILE, loader, "B")).isNull();

    for (int i = 0; i < 5; i++) {
      assertThat(readers.read(name -> blocked(), new ClassLoader() {}, "A")).isNull();
      assertThat(readers.read(name -> FILE, new ClassLoader() {}, "A")).isSameAs(FILE);
    }
    never.countDown();
  }

  @Test
  void a_thread_that_is_interrupted_waits_and_stays_interrupted() {
    Thread.currentThread().interrupt();

    assertThat(readers.read(name -> FILE, loader, "A")).isSameAs(FILE);
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void whatever_a_loader_throws_it_is_asked_again() {
    assertThat(
            readers.read(
                name -> {
                  throw new AssertionError("no such class");
                },
                loader,
                "A"))
        .isNull();
    assertThat(readers.read(name -> FILE, loader, "A")).isSameAs(FILE);
  }

  /** The loader is not asked, and nobody is told that it did not answer. */
  @Test
  void once_the_threads_have_ended_nobody_waits_for_them() {
    readers.stop();

    long before = System.nanoTime();
    assertThat(readers.read(name -> FILE, loader, "A")).isNull();
    assertThat(System.nanoTime() - before).isLessThan(TimeUnit.SECONDS.toNanos(1));
  }

  private byte[] blocked() {
    try {
      never.await();
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
    return FILE;
  }
}
