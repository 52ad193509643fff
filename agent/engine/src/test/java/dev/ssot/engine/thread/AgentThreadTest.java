package dev.ssot.engine.thread;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ssot.engine.logging.Lines;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What is done turn by turn, and how that ends. */
final class AgentThreadTest {
  private final Lines log = new Lines();
  private final List<String> done = new CopyOnWriteArrayList<>();

  @Test
  void a_turn_does_all_chores_in_their_order() {
    AgentThread thread =
        new AgentThread("ssot-test", log, now -> done.add("one"), now -> done.add("two"));

    thread.doAll();
    thread.doAll();

    assertThat(done).containsExactly("one", "two", "one", "two");
  }

  @Test
  void a_chore_that_throws_is_counted_and_takes_no_other_with_it() {
    AgentThread thread =
        new AgentThread("ssot-test", log, now -> fail(now), now -> done.add("two"));

    thread.doAll();
    thread.doAll();

    assertThat(done).containsExactly("two", "two");
    assertThat(thread.failures()).isEqualTo(2);
    assertThat(log.warnings())
        .hasSize(2)
        .first()
        .asString()
        .endsWith("failed; the application goes on");
    assertThat(log.thrown()).hasSize(1);
  }

  @Test
  void a_chore_that_always_throws_is_told_of_ever_more_rarely() {
    AgentThread thread = new AgentThread("ssot-test", log, now -> fail(now));

    for (int turn = 0; turn < 1_000; turn++) {
      thread.doAll();
    }

    assertThat(thread.failures()).isEqualTo(1_000);
    assertThat(log.warnings())
        .hasSize(10)
        .last()
        .asString()
        .contains("(512 times so far; the last:");
    assertThat(log.thrown()).hasSize(1);
  }

  @Test
  void the_thread_is_a_daemon_without_a_loader_of_the_application_and_ends_when_stopped()
      throws Exception {
    List<Thread> threads = new CopyOnWriteArrayList<>();
    CountDownLatch turn = new CountDownLatch(1);
    AgentThread thread =
        new AgentThread(
            "ssot-test",
            log,
            now -> {
              threads.add(Thread.currentThread());
              turn.countDown();
            });

    thread.start();
    assertThat(turn.await(30, TimeUnit.SECONDS)).isTrue();
    thread.stop();
    Thread started = threads.get(0);
    started.join(30_000);

    assertThat(started.isAlive()).isFalse();
    assertThat(started.isDaemon()).isTrue();
    assertThat(started.getName()).isEqualTo("ssot-test");
    assertThat(started.getContextClassLoader()).isNull();
  }

  @Test
  void woken_it_does_not_wait_for_its_next_turn_and_an_interrupt_does_not_end_it()
      throws Exception {
    CountDownLatch turns = new CountDownLatch(3);
    List<Thread> threads = new CopyOnWriteArrayList<>();
    AgentThread thread =
        new AgentThread(
            "ssot-test",
            log,
            now -> {
              threads.add(Thread.currentThread());
              turns.countDown();
            });

    thread.start();
    while (turns.getCount() > 0) {
      thread.wake();
      threads.forEach(Thread::interrupt);
      Thread.onSpinWait();
    }
    thread.stop();

    assertThat(turns.getCount()).isZero();
    assertThat(log.warnings()).isEmpty();
  }

  private static void fail(long now) {
    throw new IllegalStateException("at " + now);
  }
}
