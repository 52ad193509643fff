package dev.ssot.engine.transform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ssot.engine.logging.Lines;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The superclasses of targets: those that were there first are shown once more. */
final class GuardedSuperclassesTest {
  private static final String BASE = Base.class.getName().replace('.', '/');
  private static final String DERIVED = Derived.class.getName().replace('.', '/');
  private static final ClassLoader OWN = Base.class.getClassLoader();

  private final FakeJvm jvm = new FakeJvm();
  private final AtomicInteger wakes = new AtomicInteger();
  private final GuardedSuperclasses superclasses = guarding("close", "shutdown");

  @Test
  void the_methods_of_the_option_are_guarded() {
    assertThat(superclasses.isGuarded("close")).isTrue();
    assertThat(superclasses.isGuarded("open")).isFalse();
  }

  @Test
  void a_name_is_new_once() {
    assertThat(superclasses.isInheritedFrom(BASE)).isFalse();

    superclasses.add(BASE);
    superclasses.add(BASE);

    assertThat(superclasses.isInheritedFrom(BASE)).isTrue();
    assertThat(wakes).hasValue(1);
  }

  @Test
  void no_superclass_and_one_of_the_jdk_are_none_of_ours() {
    superclasses.add(null);
    superclasses.add("java/util/concurrent/ThreadPoolExecutor");

    assertThat(wakes).hasValue(0);
    assertThat(superclasses.isInheritedFrom("java/util/concurrent/ThreadPoolExecutor")).isFalse();
  }

  @Test
  void where_nothing_is_guarded_nothing_is_looked_for() {
    GuardedSuperclasses none = guarding();

    none.add(BASE);

    assertThat(wakes).hasValue(0);
    assertThat(none.await(Derived.class, 0)).isTrue();
  }

  @Test
  void one_that_was_loaded_before_its_name_was_known_is_shown_once_more() {
    jvm.loaded.addAll(List.of(String.class, Other.class, Base.class));
    superclasses.add(BASE);

    superclasses.perform(0);

    assertThat(jvm.retransformed).containsExactly(Base.class);
  }

  @Test
  void one_that_was_woven_as_it_was_loaded_is_not() {
    jvm.loaded.add(Base.class);
    superclasses.add(BASE);
    superclasses.shown(OWN, BASE);

    superclasses.perform(0);

    assertThat(jvm.retransformed).isEmpty();
  }

  @Test
  void no_code_of_a_loader_runs_to_remember_it() {
    jvm.loaded.add(Base.class);
    superclasses.add(BASE);
    superclasses.shown(new HostileLoader(OWN), BASE);
    superclasses.shown(OWN, BASE);

    superclasses.perform(0);

    assertThat(jvm.retransformed).isEmpty();
  }

  @Test
  void one_that_was_woven_in_another_loader_is() {
    jvm.loaded.add(Base.class);
    superclasses.add(BASE);
    superclasses.shown(new ClassLoader(OWN) {}, BASE);

    superclasses.perform(0);

    assertThat(jvm.retransformed).containsExactly(Base.class);
  }

  @Test
  void one_without_a_method_to_guard_is_left_alone_and_its_superclass_is_next() {
    jvm.loaded.addAll(List.of(Base.class, Derived.class));
    superclasses.without(OWN, DERIVED, BASE);
    superclasses.add(DERIVED);

    superclasses.perform(0);
    assertThat(jvm.retransformed).isEmpty();

    superclasses.perform(1);
    assertThat(jvm.retransformed).containsExactly(Base.class);
  }

  /** It may have been loading, past the transformers but not yet in the JVM's list. */
  @Test
  void one_that_was_not_there_yet_is_looked_for_once_more_and_then_no_longer() {
    superclasses.add(BASE);
    superclasses.perform(0);
    jvm.loaded.add(Base.class);

    superclasses.perform(1);
    assertThat(jvm.retransformed).containsExactly(Base.class);

    superclasses.perform(2);
    assertThat(jvm.retransformed).hasSize(1);
  }

  @Test
  void an_instance_waits_until_each_superclass_was_shown() throws Exception {
    jvm.loaded.addAll(List.of(Derived.class, Base.class));
    superclasses.shown(OWN, DERIVED);
    superclasses.add(BASE);
    assertThat(superclasses.await(Derived.class, 0)).isFalse();
    FutureTask<Boolean> waiting = new FutureTask<>(() -> superclasses.await(Derived.class, 60_000));
    Thread waiter = new Thread(waiting);
    waiter.start();
    while (waiter.getState() != Thread.State.TIMED_WAITING) {
      Thread.onSpinWait();
    }

    superclasses.perform(0);

    assertThat(waiting.get()).isTrue();
    assertThat(superclasses.await(Derived.class, 0)).isTrue();
    assertThat(jvm.retransformed).containsExactly(Base.class);
  }

  /** Else the weaver would leave it as it is when it is shown. */
  @Test
  void what_is_waited_for_is_known_as_a_superclass() {
    superclasses.without(OWN, DERIVED, BASE);

    assertThat(superclasses.await(Derived.class, 0)).isFalse();

    assertThat(superclasses.isInheritedFrom(BASE)).isTrue();
    assertThat(superclasses.isInheritedFrom(DERIVED)).isFalse();
  }

  /** What was woven as it was loaded needs no turn of the agent's thread. */
  @Test
  void it_waits_for_nothing_that_is_there_already() {
    superclasses.shown(OWN, DERIVED);
    superclasses.shown(OWN, BASE);

    assertThat(superclasses.await(Derived.class, 60_000)).isTrue();
    assertThat(wakes).hasValue(0);
  }

  @Test
  void after_three_vain_waits_nobody_waits_any_more() {
    for (int i = 0; i < 3; i++) {
      assertThat(superclasses.await(Derived.class, 1)).isFalse();
    }

    assertThat(superclasses.await(Derived.class, Long.MAX_VALUE / 2_000_000)).isFalse();

    jvm.loaded.addAll(List.of(Derived.class, Base.class));
    superclasses.perform(0);
    assertThat(superclasses.await(Derived.class, 0)).isFalse(); // looks for its superclass now
    superclasses.perform(0);
    assertThat(superclasses.await(Derived.class, 0)).isTrue();
  }

  private GuardedSuperclasses guarding(String... methods) {
    return new GuardedSuperclasses(
        jvm.instrumentation(),
        new Retransformation(jvm.instrumentation(), new Lines()),
        List.of(methods),
        wakes::incrementAndGet);
  }

  /** What a target inherits from. */
  private static class Base {}

  /** Inherits what a target inherits. */
  private static final class Derived extends Base {}

  /** What none does. */
  private static class Other {}
}
