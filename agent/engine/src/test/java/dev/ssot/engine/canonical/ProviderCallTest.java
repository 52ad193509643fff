package dev.ssot.engine.canonical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import dev.ssot.engine.ledger.Site;
import dev.ssot.engine.place.Reason;
import dev.ssot.engine.redirect.Scene;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
  void one_that_is_no_good_is_counted_and_call_sites_share_a_stand_in(String name, Reason reason) {
    Scene scene = scene(name, "canonical.wait=10m");

    Object standIn = call(scene);
    for (int i = 0; i < 10; i++) {
      assertThat(call(scene)).isSameAs(standIn).isNotSameAs(Holder.SHARED);
    }

    assertThat(scene.target.failures()).containsExactly(entry(reason, 1L));
    while (scene.listener.refusals.isEmpty()) {
      Thread.onSpinWait();
    }
    assertThat(scene.listener.refusals).containsExactly(reason);
  }

  @Test
  void a_static_initialiser_that_throws_an_error_is_a_failure_like_others() {
    Scene scene = scene(Broken.class.getName(), "get()", "canonical.wait=10m");

    assertThat(call(scene)).isNotNull();

    assertThat(scene.target.failures()).containsExactly(entry(Reason.CANONICAL_FAILED, 1L));
    while (scene.listener.causes.isEmpty()) {
      Thread.onSpinWait();
    }
    assertThat(scene.listener.causes.get(0)).isInstanceOf(AssertionError.class);
  }

  @Test
  void a_holder_that_is_not_there_is_absent() {
    Scene scene = scene("com.acme.Nowhere", "get()", "canonical.wait=10m");

    assertThat(call(scene)).isNotNull();

    assertThat(scene.target.failures()).containsExactly(entry(Reason.CANONICAL_ABSENT, 1L));
  }

  @Test
  void one_that_throws_once_is_asked_again_in_the_background() throws Exception {
    Scene scene = scene("throwingOnce()", "canonical.wait=10m");
    Object standIn = call(scene);

    scene.canonicals.tick();
    assertThat(call(scene)).as("not yet").isSameAs(standIn);
    untilKnown(scene);

    assertThat(call(scene)).isSameAs(Holder.SHARED).isNotSameAs(standIn);
    assertThat(scene.target.failures()).containsExactly(entry(Reason.CANONICAL_FAILED, 1L));
    assertThat(scene.listener.relinked).as("sites are linked to the stand-in").hasValue(1);
  }

  @Test
  void a_switch_of_modes_lets_it_be_asked_again_at_once() throws Exception {
    Scene scene = scene("throwingOnce()", "canonical.wait=10m");
    call(scene);

    scene.canonicals.prepare();
    long began = System.nanoTime();
    untilKnown(scene);

    assertThat(System.nanoTime() - began).isLessThan(1_000_000_000L);
  }

  @Test
  void nobody_asks_as_long_as_no_site_is_to_be_redirected() throws Exception {
    Scene scene = scene("throwingOnce()", "canonical.wait=10m");
    call(scene);

    scene.observe();
    scene.canonicals.prepare();
    scene.canonicals.tick();
    Thread.sleep(100);

    assertThat(Holder.calls).hasValue(1);
  }

  @Test
  void one_that_must_not_be_asked_is_not_and_call_sites_share_a_stand_in() throws Exception {
    Scene scene = checked("good()", ProviderCheck.Verdict.UNSAFE);

    Object standIn = call(scene);

    assertThat(call(scene)).isSameAs(standIn).isNotSameAs(Holder.SHARED);
    assertThat(Holder.calls).hasValue(0);
    assertThat(scene.target.failures()).isEmpty();
    assertThat(scene.listener.refusals).isEmpty();
    scene.canonicals.tick();
    scene.canonicals.tick();
    assertThat(scene.listener.standIns).containsExactly(Holder.class.getName() + "#good()");

    scene.canonicals.learn(Holder.SHARED, Holder.class.getName() + "#good()");

    assertThat(scene.listener.relinked).hasValue(1);
    assertThat(call(scene)).isSameAs(Holder.SHARED);
    assertThat(scene.canonicals.of(scene.target).refusal()).isNull();
  }

  @Test
  void for_one_that_does_not_exist_nothing_stands_in() {
    Scene scene = checked("absent()", ProviderCheck.Verdict.ABSENT);

    assertThat(call(scene)).isNotSameAs(call(scene));

    assertThat(scene.target.failures()).containsExactly(entry(Reason.CANONICAL_ABSENT, 2L));
  }

  @ParameterizedTest
  @ValueSource(strings = {"observe", "dry-run", "enforce"})
  void in_every_mode_it_is_looked_for_and_said_to_be_absent(String mode) {
    Scene scene =
        Scene.of(
            X.class,
            "mode=" + mode + ",canonical=com.acme.Nope#get()",
            (target, named, loader) -> ProviderCheck.Verdict.ABSENT);

    scene.canonicals.tick();
    scene.canonicals.tick();

    assertThat(scene.listener.refusals).containsExactly(Reason.CANONICAL_ABSENT);
    assertThat(scene.redirects.reasonToKeep(scene.site("com.acme.User")))
        .isEqualTo(Reason.CANONICAL_ABSENT);
    assertThat(scene.canonicals.of(scene.target).problem()).isEqualTo(Reason.CANONICAL_ABSENT);
    assertThat(scene.canonicals.of(scene.target).replacement()).isNull();
    assertThat(Holder.calls).hasValue(0);
  }

  @Test
  void an_absent_one_is_looked_for_again_when_its_class_shows_up() {
    AtomicReference<ProviderCheck.Verdict> verdict =
        new AtomicReference<>(ProviderCheck.Verdict.ABSENT);
    Scene scene =
        Scene.of(
            X.class,
            "mode=dry-run,canonical=com.acme.Later#get()",
            (target, named, loader) -> verdict.get());
    scene.canonicals.tick();
    verdict.set(ProviderCheck.Verdict.UNSAFE);
    scene.canonicals.tick();
    assertThat(scene.canonicals.of(scene.target).isAbsent()).as("not looked again yet").isTrue();

    scene.canonicals.holderSeen("com.acme.Later");
    scene.canonicals.tick();

    assertThat(scene.redirects.reasonToKeep(scene.site("com.acme.User"))).isNull();
    assertThat(scene.canonicals.of(scene.target).problem()).isNull();
  }

  @Test
  void one_that_a_class_of_another_loader_has_is_learned_and_not_absent_any_more() {
    Scene scene = checked("good()", ProviderCheck.Verdict.ABSENT);
    scene.canonicals.tick();

    scene.canonicals.learn(Holder.SHARED, Holder.class.getName() + "#good()");
    scene.canonicals.tick();

    assertThat(scene.redirects.reasonToKeep(scene.site("com.acme.User"))).isNull();
    assertThat(call(scene)).isSameAs(Holder.SHARED);
  }

  @Test
  void what_the_option_names_is_not_looked_for_where_it_names_nothing() {
    Scene scene =
        Scene.of(X.class, "mode=observe", (target, named, loader) -> ProviderCheck.Verdict.ABSENT);

    scene.canonicals.tick();

    assertThat(scene.listener.refusals).isEmpty();
    assertThat(scene.canonicals.of(scene.target).isAbsent()).isFalse();
  }

  @Test
  void a_stand_in_whose_constructor_throws_passes_its_turn_on() {
    Scene scene = checked("good()", ProviderCheck.Verdict.UNSAFE);
    Site site = scene.site("com.acme.User");

    assertThatThrownBy(
            () ->
                scene.call(
                    site,
                    () -> {
                      throw new IllegalStateException("no connection");
                    }))
        .hasMessage("no connection");

    Object standIn = call(scene);
    assertThat(call(scene)).isSameAs(standIn);
  }

  @Test
  void after_three_vain_waits_nobody_waits_for_one_that_blocks() throws Exception {
    Scene scene = scene("blocking()", "canonical.wait=1ms");
    for (int i = 0; i < 3; i++) {
      assertThat(scene.canonicals.of(scene.target).isGivenUp()).isFalse();
      assertThat(scene.redirects.obtain(scene.site("com.acme.User"), X.class, null).instance())
          .isNull();
      scene.redirects.abandoned(scene.site("com.acme.User"));
    }

    assertThat(scene.canonicals.of(scene.target).isGivenUp()).isTrue();
    Holder.gate.countDown();
  }

  @Test
  void one_that_blocks_is_used_when_it_is_done() throws Exception {
    Scene scene = scene("blocking()", "canonical.wait=1ms");
    Object standIn = call(scene);
    for (int i = 0; i < 10; i++) {
      assertThat(call(scene)).isSameAs(standIn).isNotSameAs(Holder.SHARED);
    }
    assertThat(scene.target.failures()).containsExactly(entry(Reason.CANONICAL_TIMEOUT, 1L));

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

  private static void untilKnown(Scene scene) throws InterruptedException {
    while (scene.canonicals.of(scene.target).instance() == null) {
      scene.canonicals.tick();
      Thread.sleep(5);
    }
  }

  private static Scene checked(String member, ProviderCheck.Verdict verdict) {
    String canonical = Holder.class.getName() + "#" + member;
    return Scene.of(
        X.class,
        "mode=enforce,canonical.wait=10m,canonical=" + canonical,
        (target, named, loader) -> verdict);
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
