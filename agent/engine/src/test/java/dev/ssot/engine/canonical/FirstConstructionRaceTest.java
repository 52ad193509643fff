package dev.ssot.engine.canonical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import dev.ssot.engine.ledger.Site;
import dev.ssot.engine.place.Reason;
import dev.ssot.engine.redirect.Scene;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class FirstConstructionRaceTest {
  private final AtomicInteger made = new AtomicInteger();

  @Test
  void of_many_threads_one_constructs_and_all_get_what_it_made() throws Exception {
    Scene scene = scene("canonical.wait=10m");
    CountDownLatch go = new CountDownLatch(1);
    List<FutureTask<Object>> calls = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      Site site = scene.site("com.acme.User" + i % 7);
      calls.add(started(() -> call(scene, site, go)));
    }

    go.countDown();

    List<Object> answers = new ArrayList<>();
    for (FutureTask<Object> call : calls) {
      answers.add(call.get());
    }
    assertThat(made).hasValue(1);
    assertThat(answers).hasSize(200).containsOnly(answers.get(0));
    assertThat(scene.target.failures()).isEmpty();
    assertThat(redirects(scene)).isEqualTo(199);
  }

  @Test
  void whoever_waits_in_vain_constructs_and_the_first_to_be_done_is_shared() throws Exception {
    Scene scene = scene("canonical.wait=1ms");
    CountDownLatch connected = new CountDownLatch(1);
    CountDownLatch connecting = new CountDownLatch(1);
    FutureTask<Object> slow =
        started(
            () ->
                scene.call(
                    scene.site("com.acme.Slow"),
                    () -> {
                      connecting.countDown();
                      await(connected);
                      return new Plain();
                    }));
    connecting.await();

    Object straggler = scene.call(scene.site("com.acme.Impatient"), Plain::new);
    connected.countDown();

    assertThat(slow.get()).isNotSameAs(straggler);
    assertThat(scene.call(scene.site("com.acme.Late"), Plain::new)).isSameAs(straggler);
    assertThat(scene.target.failures()).containsExactly(entry(Reason.CANONICAL_TIMEOUT, 1L));
  }

  @Test
  void a_constructor_that_throws_passes_its_turn_on() {
    Scene scene = scene("canonical.wait=10m");
    Site site = scene.site("com.acme.User");

    assertThatThrownBy(
            () ->
                scene.call(
                    site,
                    () -> {
                      throw new IllegalStateException("no connection");
                    }))
        .hasMessage("no connection");

    Object first = scene.call(scene.site("com.acme.Other"), Plain::new);
    assertThat(scene.call(site, Plain::new)).isSameAs(first);
    assertThat(scene.target.failures()).isEmpty();
  }

  @Test
  void a_constructor_that_constructs_another_does_not_wait_for_itself() {
    Scene scene = scene("canonical.wait=10m");
    Site inner = scene.site("com.acme.Inner");
    List<Object> inners = new ArrayList<>();

    Object outer =
        scene.call(
            scene.site("com.acme.Outer"),
            () -> {
              inners.add(scene.call(inner, Plain::new));
              return new Plain();
            });

    assertThat(inners).hasSize(1).doesNotContain(outer);
    assertThat(scene.call(inner, Plain::new)).as("completed first").isSameAs(inners.get(0));
  }

  @Test
  void after_three_vain_waits_nobody_waits_for_a_constructor_that_hangs() throws Exception {
    Scene scene = scene("canonical.wait=1ms");
    List<Object> stragglers = Collections.synchronizedList(new ArrayList<>());
    CountDownLatch connected = new CountDownLatch(1);
    FutureTask<Object> last = null;
    for (int i = 0; i < 5; i++) {
      CountDownLatch connecting = new CountDownLatch(1);
      Site site = scene.site("com.acme.Slow" + i);
      last =
          started(
              () ->
                  scene.call(
                      site,
                      () -> {
                        connecting.countDown();
                        await(connected);
                        Plain plain = new Plain();
                        stragglers.add(plain);
                        return plain;
                      }));
      connecting.await();
    }
    assertThat(scene.canonicals.of(scene.target).isGivenUp()).isTrue();

    connected.countDown();
    last.get();

    assertThat(scene.call(scene.site("com.acme.Late"), Plain::new)).isIn(stragglers);
    assertThat(scene.canonicals.of(scene.target).isGivenUp()).isFalse();
    assertThat(scene.target.failures()).containsExactly(entry(Reason.CANONICAL_TIMEOUT, 4L));
  }

  @Test
  void what_a_factory_has_not_made_yet_is_counted_and_never_waited_for() {
    Scene scene = scene("canonical.wait=10m,allow=com.acme.Factory");
    Site stray = scene.site("com.acme.Stray");

    assertThat(scene.redirects.reasonToKeep(stray)).isEqualTo(Reason.CANONICAL_NOT_MADE);
    Object early = scene.call(stray, Plain::new);
    Object bean = scene.call(scene.site("com.acme.Factory"), Plain::new);

    assertThat(scene.call(stray, Plain::new)).isSameAs(bean).isNotSameAs(early);
    assertThat(scene.redirects.reasonToKeep(stray)).isNull();
    assertThat(scene.target.failures()).containsExactly(entry(Reason.CANONICAL_NOT_MADE, 1L));
  }

  private Object call(Scene scene, Site site, CountDownLatch go) {
    await(go);
    return scene.call(
        site,
        () -> {
          made.incrementAndGet();
          return new Plain();
        });
  }

  private static long redirects(Scene scene) {
    return scene.target.sites().stream().mapToLong(Site::redirects).sum();
  }

  private static Scene scene(String options) {
    return Scene.of(Plain.class, "mode=enforce,canonical=first," + options);
  }

  private static FutureTask<Object> started(Callable<Object> work) {
    FutureTask<Object> task = new FutureTask<>(work);
    new Thread(task).start();
    return task;
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  static final class Plain {}
}
