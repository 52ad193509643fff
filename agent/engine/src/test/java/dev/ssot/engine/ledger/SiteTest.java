package dev.ssot.engine.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ssot.engine.place.Kind;
import dev.ssot.engine.place.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

final class SiteTest {
  private static final Location HERE =
      Location.woven("com.acme.Caller", "open", "()V", 0, "Caller.java", 41, Kind.NEW);

  private final Recorder recorder = new Recorder();
  private final Site site = recorder.target("com.acme.RedisManager", 1_000).site(HERE);

  @Test
  void every_construction_of_sixteen_threads_is_counted() throws Exception {
    var start = new CountDownLatch(1);
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      var thread =
          new Thread(
              () -> {
                await(start);
                for (int n = 0; n < 100_000; n++) {
                  site.countConstruction(new Object());
                }
              });
      thread.start();
      threads.add(thread);
    }
    start.countDown();
    for (Thread thread : threads) {
      thread.join();
    }

    assertThat(site.constructions()).isEqualTo(1_600_000);
    assertThat(recorder.failures).isEmpty();
  }

  @Test
  void the_object_is_handed_through() {
    var made = new Object();

    assertThat(site.countConstruction(made)).isSameAs(made);
  }

  @Test
  void the_first_ten_stacks_are_taken_and_then_one_when_the_count_doubled() {
    construct(100);
    assertThat(recorder.samples).hasSize(10);

    site.tick(1, 0, new PlainCounts());
    construct(100);
    assertThat(recorder.samples).hasSize(11);

    site.tick(2, 0, new PlainCounts());
    construct(1);
    assertThat(recorder.samples).hasSize(12);
    site.tick(3, 0, new PlainCounts());
    construct(1);
    assertThat(recorder.samples).hasSize(12);
  }

  @Test
  void at_most_five_threads_are_named() throws Exception {
    for (int i = 0; i < 8; i++) {
      var thread = new Thread(() -> site.countConstruction(new Object()), "http-" + i);
      thread.start();
      thread.join();
    }

    assertThat(site.threads()).containsExactly("http-0", "http-1", "http-2", "http-3", "http-4");
  }

  @Test
  void a_tick_notes_when_the_site_was_last_used() {
    assertThat(site.firstSeen()).isZero();
    construct(1);
    long first = site.firstSeen();
    assertThat(first).isPositive();

    site.tick(first + 5_000, 0, new PlainCounts());
    assertThat(site.lastSeen()).isEqualTo(first + 5_000);
    site.tick(first + 9_000, 0, new PlainCounts());
    assertThat(site.lastSeen()).isEqualTo(first + 5_000);
    assertThat(site.firstSeen()).isEqualTo(first);
  }

  @Test
  void a_snapshot_notes_the_last_use_and_the_next_tick_keeps_what_it_said() {
    construct(1);
    long first = site.firstSeen();
    site.settle(first + 300);
    assertThat(site.lastSeen()).isEqualTo(first + 300);

    site.tick(first + 500, 0, new PlainCounts());
    assertThat(site.lastSeen()).isEqualTo(first + 300);
  }

  /** It leads to the classes on it, and so to their loaders. */
  @Test
  void no_stack_is_kept_where_none_is_wanted() {
    Target target =
        new Targets(new Limits(10, 0), recorder, (name, location) -> true).of(SiteTest.class);
    Site without = target.site(HERE);
    without.countConstruction(new Object());
    assertThat(without.firstStack()).hasSizeGreaterThan(1);

    without.tick(1, 0, new PlainCounts());

    assertThat(without.firstStack()).hasSize(1);
  }

  @Test
  void a_fault_of_the_agent_reaches_the_listener_and_not_the_application() {
    var target =
        new Targets(
                new Limits(10, 3),
                new DetectionListener() {
                  @Override
                  public void sampled(StackSample sample) {
                    throw new IllegalStateException("broken");
                  }

                  @Override
                  public void failed(Throwable problem) {
                    recorder.failed(problem);
                    throw new IllegalStateException("broken as well");
                  }
                },
                (name, location) -> true)
            .loaded("com.acme.RedisManager", getClass().getClassLoader());
    var made = new Object();

    assertThat(target.site(HERE).countConstruction(made)).isSameAs(made);

    assertThat(target.site(HERE).constructions()).isEqualTo(1);
    assertThat(recorder.failures).singleElement().isInstanceOf(IllegalStateException.class);
  }

  private void construct(int times) {
    for (int i = 0; i < times; i++) {
      site.countConstruction(new Object());
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
