package dev.ssot.engine.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class CounterTest {
  private static final int HOT = 50_000;

  private final Counter counter = new Counter();

  @Test
  void it_is_exact_however_many_threads_count_and_whenever_they_end() throws Exception {
    AtomicBoolean done = new AtomicBoolean();
    Thread ticks =
        started(
            () -> {
              while (!done.get()) {
                counter.tick();
              }
            });
    long counted = 0;
    for (int threads : new int[] {1, 2, 8, 200, 1, 30}) {
      List<Thread> all = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        all.add(started(() -> count(HOT)));
      }
      for (Thread each : all) {
        each.join();
      }
      counted += (long) threads * HOT;
      assertThat(counter.sum()).isEqualTo(counted);
    }
    done.set(true);
    ticks.join();
    counter.tick();

    assertThat(counter.sum()).isEqualTo(counted);
  }

  @Test
  void a_thread_sees_what_it_has_counted_itself() {
    for (int i = 1; i <= 4; i++) {
      count(HOT);
      counter.tick();
      assertThat(counter.sum()).isEqualTo((long) i * HOT);
    }
  }

  @Test
  void it_keeps_no_thread_that_has_ended() throws Exception {
    count(HOT);
    counter.tick();
    WeakReference<Thread> thread = ended();
    while (thread.get() != null) {
      counter.tick();
      System.gc();
      Thread.sleep(1);
    }

    assertThat(counter.sum()).isEqualTo(2 * HOT);
  }

  private WeakReference<Thread> ended() throws InterruptedException {
    Thread thread = started(() -> count(HOT));
    thread.join();
    return new WeakReference<>(thread);
  }

  private Thread started(Runnable work) {
    Thread thread = new Thread(work);
    thread.start();
    return thread;
  }

  private void count(int times) {
    for (int i = 0; i < times; i++) {
      counter.increment();
    }
  }
}
