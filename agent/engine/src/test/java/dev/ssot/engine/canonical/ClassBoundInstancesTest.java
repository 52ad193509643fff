package dev.ssot.engine.canonical;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.WeakReference;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ClassBoundInstancesTest {
  private static final List<Object> PLACE = List.of("place");

  private final ClassBoundInstances instances = new ClassBoundInstances();

  @Test
  void a_shared_instance_lives_as_long_as_its_class_and_no_longer() throws Exception {
    Class<?> type = new OwnLoader().define(Kept.class);
    Object instance = type.getConstructor().newInstance();
    instances.hold(instance);
    WeakReference<Object> held = new WeakReference<>(instance);
    instance = null;

    collect();
    assertThat(held.get()).as("the class is still there: %s", type).isNotNull();

    type = null;
    assertThatItGoes(held);
  }

  @Test
  void what_a_call_site_shares_goes_with_its_class() throws Exception {
    Class<?> caller = new OwnLoader().define(Caller.class);
    WeakReference<Object> held = held(caller, new Kept());

    collect();
    assertThat(held.get()).as("the caller is still there: %s", caller).isNotNull();

    caller = null;
    assertThatItGoes(held);
  }

  /** A container's code may have an object made whose class is in what is deployed there. */
  @Test
  void what_a_call_site_shares_goes_with_the_class_of_the_instance() throws Exception {
    Class<?> type = new OwnLoader().define(Kept.class);
    WeakReference<Object> held = held(Caller.class, type.getConstructor().newInstance());

    collect();
    assertThat(held.get()).as("the class is still there: %s", type).isNotNull();

    type = null;
    assertThatItGoes(held);
  }

  @Test
  void what_a_call_site_shares_is_let_go_of_when_it_has_ended() throws Exception {
    WeakReference<Object> held = held(Caller.class, new Kept());

    instances.forget(held.get());

    assertThatItGoes(held);
    assertThat(instances.madeWith(Caller.class, Kept.class, PLACE)).isNull();
  }

  private WeakReference<Object> held(Class<?> caller, Object instance) {
    assertThat(instances.holdFirst(caller, instance, PLACE)).isTrue();
    assertThat(instances.madeWith(caller, instance.getClass(), PLACE)).isSameAs(instance);
    assertThat(instances.madeWith(null, instance.getClass(), List.of())).isNull();
    return new WeakReference<>(instance);
  }

  private static void assertThatItGoes(WeakReference<Object> held) throws InterruptedException {
    for (int i = 0; i < 500 && held.get() != null; i++) {
      collect();
    }
    assertThat(held.get()).isNull();
  }

  @Test
  void what_is_released_lives_as_long_as_the_application_holds_it() throws Exception {
    WeakReference<Object> held = new WeakReference<>(new Kept());
    instances.hold(held.get());

    instances.release();
    collect();

    assertThat(held.get()).isNull();
  }

  @Test
  void the_first_with_equal_arguments_stays() {
    Object first = new Kept();
    List<Object> key = List.of("localhost", 6379);

    assertThat(instances.madeWith(null, Kept.class, key)).isNull();
    instances.holdFirst(null, first, key);
    instances.holdFirst(null, new Kept(), List.of("localhost", 6379));

    assertThat(instances.madeWith(null, Kept.class, key)).isSameAs(first);
    assertThat(instances.madeWith(null, Kept.class, List.of("localhost", 6380))).isNull();
    assertThat(instances.madeWith(null, String.class, key)).as("another class").isNull();
  }

  @Test
  void the_canonical_instance_is_no_answer_to_any_arguments() {
    instances.hold(new Kept());

    assertThat(instances.madeWith(null, Kept.class, List.of())).isNull();
    assertThat(instances.madeWith(null, Kept.class, List.of("canonical"))).isNull();
  }

  @Test
  void argument_lists_without_end_are_not_kept() {
    for (int i = 0; i < 2_000; i++) {
      instances.holdFirst(null, new Kept(), List.of(i));
    }

    assertThat(instances.madeWith(null, Kept.class, List.of(0))).isNotNull();
    assertThat(instances.madeWith(null, Kept.class, List.of(1_999))).isNull();
  }

  private static void collect() throws InterruptedException {
    System.gc();
    Thread.sleep(10);
  }

  /** Of a loader that can go. */
  public static final class Kept {}

  /** Has a call site. */
  public static final class Caller {}

  private static final class OwnLoader extends ClassLoader {
    Class<?> define(Class<?> type) throws IOException {
      String file = "/" + type.getName().replace('.', '/') + ".class";
      try (InputStream stream = type.getResourceAsStream(file)) {
        byte[] bytes = stream.readAllBytes();
        return defineClass(type.getName(), bytes, 0, bytes.length);
      }
    }
  }
}
