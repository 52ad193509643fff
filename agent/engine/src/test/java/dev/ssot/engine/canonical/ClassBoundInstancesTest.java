package dev.ssot.engine.canonical;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.WeakReference;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ClassBoundInstancesTest {
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
    for (int i = 0; i < 500 && held.get() != null; i++) {
      collect();
    }
    assertThat(held.get()).isNull();
  }

  @Test
  void the_first_with_equal_arguments_stays() {
    Object first = new Kept();
    List<Object> key = List.of("localhost", 6379);

    assertThat(instances.madeWith(Kept.class, key)).isNull();
    instances.holdFirst(first, key);
    instances.holdFirst(new Kept(), List.of("localhost", 6379));

    assertThat(instances.madeWith(Kept.class, key)).isSameAs(first);
    assertThat(instances.madeWith(Kept.class, List.of("localhost", 6380))).isNull();
    assertThat(instances.madeWith(String.class, key)).as("another class").isNull();
  }

  @Test
  void the_canonical_instance_is_no_answer_to_any_arguments() {
    instances.hold(new Kept());

    assertThat(instances.madeWith(Kept.class, List.of())).isNull();
    assertThat(instances.madeWith(Kept.class, List.of("canonical"))).isNull();
  }

  @Test
  void argument_lists_without_end_are_not_kept() {
    for (int i = 0; i < 2_000; i++) {
      instances.holdFirst(new Kept(), List.of(i));
    }

    assertThat(instances.madeWith(Kept.class, List.of(0))).isNotNull();
    assertThat(instances.madeWith(Kept.class, List.of(1_999))).isNull();
  }

  private static void collect() throws InterruptedException {
    System.gc();
    Thread.sleep(10);
  }

  /** Of a loader that can go. */
  public static final class Kept {}

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
