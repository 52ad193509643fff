package dev.ssot.engine.canonical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.ssot.engine.ledger.Site;
import dev.ssot.engine.place.Reason;
import dev.ssot.engine.redirect.Scene;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Providers of every character: whoever asks gets the shared instance or makes its own. */
@Timeout(60)
final class ProviderCallTest {
  private static final CountDownLatch NEVER = new CountDownLatch(1);

  @BeforeEach
  @AfterEach
  void forget() {
    Holder.calls.set(0);
    Holder.thread = null;
    Holder.nested = null;
    Holder.gate = new CountDownLatch(1);
  }

  @Test
  void it_is_called_once_on_a_thread_that_may_live_on() {
    Scene scene = scene("good()", "canonical.wait=10m");

    Object shared = call(scene);

    assertThat(shared).isSameAs(Holder.SHARED);
    assertThat(call(scene)).isSameAs(shared);
    assertThat(Holder.calls).hasValue(1);
    assertThat(Holder.thread).isNotSameAs(Thread.currentThread());
    assertThat(Holder.thread.isDaemon()).isFalse();
    assertThat(Holder.context).isSameAs(X.class.getClassLoader());
    assertThat(scene.target.failures()).isEmpty();
  }

  @Test
  void a_static_field_of_another_class_is_read() {
    assertThat(call(scene("SHARED", "canonical.wait=10m"))).isSameAs(Holder.SHARED);
  }

  @ParameterizedTest
  @CsvSource({
    "throwing(), CANONICAL_FAILED",
    "overflowing(), CANONICAL_FAILED",
    "nothing(), CANONICAL_NULL",
    "unrelated(), CANONICAL_OTHER_TYPE",
    "ofSubclass(), CANONICAL_OTHER_TYPE",
    "absent(), CANONICAL_ABSENT",
    "ABSENT, CANONICAL_ABSENT",
    "inherited(), CANONICAL_ABSENT",
    "NULL, CANONICAL_NULL"
  })
  void one_that_is_no_good_is_asked_three_times_and_counted_each_time(String name, Reason reason) {
    Scene scene = scene(name, "canonical.wait=10m");

    for (int i = 0; i < 10; i++) {
      assertThat(call(scene)).isNotNull().isNotSameAs(Holder.SHARED);
    }

    assertThat(scene.target.failures()).containsExactly(entry(reason, 10L));
    assertThat(scene.listener.refusals).containsExactly(reason, reason, reason);
  }

  @Test
  void a_static_initialiser_that_throws_an_error_is_a_failure_like_others() {
    Scene scene = scene(Broken.class.getName(), "get()", "canonical.wait=10m");

    assertThat(call(scene)).isNotNull();

    assertThat(scene.target.failures()).containsExactly(entry(Reason.CANONICAL_FAILED, 1L));
    assertThat(scene.listener.causes.get(0)).isInstanceOf(AssertionError.class);
  }

  @Test
  void a_holder_that_is_not_there_is_absent() {
    Scene scene = scene("com.acme.Nowhere", "get()", "canonical.wait=10m");

    assertThat(call(scene)).isNotNull();

    assertThat(scene.target.failures()).containsExactly(entry(Reason.CANONICAL_ABSENT, 1L));
  }

  @Test
  void one_that_throws_once_is_asked_again() {
    Scene scene = scene("throwingOnce()", "canonical.wait=10m");

    assertThat(call(scene)).isNotSameAs(Holder.SHARED);
    assertThat(call(scene)).isSameAs(Holder.SHARED);

    assertThat(scene.target.failures()).containsExactly(entry(Reason.CANONICAL_FAILED, 1L));
  }

  @Test
  void one_that_blocks_is_waited_for_three_times_and_used_when_it_is_done() throws Exception {
    Scene scene = scene("blocking()", "canonical.wait=1ms");
    for (int i = 0; i < 10; i++) {
      assertThat(call(scene)).isNotSameAs(Holder.SHARED);
    }
    assertThat(scene.target.failures()).containsExactly(entry(Reason.CANONICAL_TIMEOUT, 10L));
    assertThat(scene.canonicals.of(scene.target).isGivenUp()).isTrue();

    Holder.gate.countDown();
    while (scene.canonicals.of(scene.target).instance() == null) {
      Thread.sleep(1);
    }

    assertThat(call(scene)).isSameAs(Holder.SHARED);
    assertThat(Holder.calls).as("nobody asked a second time").hasValue(1);
    assertThat(scene.canonicals.of(scene.target).isGivenUp()).isFalse();
  }

  @Test
  void whoever_waits_gets_it_when_somebody_else_makes_it_known() throws Exception {
    Scene scene = scene("blocking()", "canonical.wait=10m");
    FutureTask<Object> waiting = new FutureTask<>(() -> call(scene));
    new Thread(waiting).start();
    while (Holder.calls.get() == 0) {
      Thread.sleep(1);
    }

    scene.canonicals.learn(Holder.SHARED, Holder.class.getName() + "#blocking()");

    assertThat(waiting.get()).isSameAs(Holder.SHARED);
    Holder.gate.countDown();
  }

  @Test
  void what_it_constructs_itself_through_others_is_its_own() {
    Scene scene = scene("callingBack()", "canonical.wait=10m");
    Site factory = scene.site("com.acme.Factory");
    Holder.nested = () -> scene.call(factory, X::new);

    Object shared = call(scene);

    assertThat(factory.constructions()).isEqualTo(1);
    assertThat(factory.redirects()).isZero();
    assertThat(scene.call(factory, X::new)).isSameAs(shared);
    assertThat(scene.target.failures()).isEmpty();
  }

  /** Two threads in an unsynchronised provider would each keep another one. */
  @Test
  void whoever_is_in_the_provider_already_makes_it_without_a_second_call() {
    Scene scene = scene("callingBack()", "canonical.wait=10m");
    Site factory = scene.site("com.acme.Factory");
    AtomicInteger calls = new AtomicInteger();
    Holder.nested =
        () -> {
          calls.incrementAndGet();
          return scene.call(factory, X::new);
        };

    X made = Holder.callingBack();

    assertThat(made).isNotNull();
    assertThat(calls).hasValue(1);
    assertThat(factory.constructions()).isEqualTo(1);
    assertThat(scene.target.failures()).containsExactly(entry(Reason.CANONICAL_UNKNOWN, 1L));
  }

  @Test
  void an_answer_that_is_not_the_one_already_seen_refuses_the_provider_and_links_anew()
      throws Exception {
    Scene scene = scene("blocking()", "canonical.wait=1ms");
    call(scene);
    scene.canonicals.learn(new X(), Holder.class.getName() + "#blocking()");

    Holder.gate.countDown();
    while (scene.canonicals.of(scene.target).refusal() == null) {
      Thread.sleep(1);
    }

    assertThat(scene.redirects.reasonToKeep(scene.site("com.acme.User")))
        .isEqualTo(Reason.CANONICAL_FACTORY);
    while (scene.listener.relinked.get() < 1) {
      Thread.sleep(1);
    }
  }

  private static Object call(Scene scene) {
    return scene.call(scene.site("com.acme.User"), X::new);
  }

  private static Scene scene(String member, String options) {
    return scene(Holder.class.getName(), member, options);
  }

  private static Scene scene(String holder, String member, String options) {
    return Scene.of(X.class, "mode=enforce,canonical=" + holder + "#" + member + "," + options);
  }

  static class X {}

  static final class SubX extends X {}

  /** All that a provider may do. */
  static final class Holder {
    static final X SHARED = new X();
    static final X NULL = null;
    static final AtomicInteger calls = new AtomicInteger();
    static volatile CountDownLatch gate = NEVER;
    static volatile Thread thread;
    static volatile ClassLoader context;
    static volatile Supplier<?> nested;

    private Holder() {}

    @SuppressWarnings("UnusedMethod") // by reflection: it may be private
    private static X good() {
      calls.incrementAndGet();
      thread = Thread.currentThread();
      context = thread.getContextClassLoader();
      return SHARED;
    }

    @SuppressWarnings("DoNotCallSuggester")
    static X throwing() {
      throw new IllegalStateException("no connection");
    }

    @SuppressWarnings("DoNotCallSuggester")
    static X overflowing() {
      throw new StackOverflowError();
    }

    static X throwingOnce() {
      if (calls.incrementAndGet() == 1) {
        throw new IllegalStateException("no connection yet");
      }
      return SHARED;
    }

    static X nothing() {
      return null;
    }

    static Object unrelated() {
      return "no X";
    }

    static X ofSubclass() {
      return new SubX();
    }

    /** Not static. */
    X inherited() {
      return SHARED;
    }

    static X blocking() throws InterruptedException {
      calls.incrementAndGet();
      gate.await();
      return SHARED;
    }

    static X callingBack() {
      return (X) nested.get();
    }
  }

  /** Its initialiser throws what the JVM passes on as it is. */
  static final class Broken {
    static {
      if (NEVER.getCount() == 1) {
        throw new AssertionError("broken");
      }
    }

    private Broken() {}

    static X get() {
      return new X();
    }
  }
}
