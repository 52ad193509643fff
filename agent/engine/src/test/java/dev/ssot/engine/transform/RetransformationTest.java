package dev.ssot.engine.transform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ssot.engine.logging.Lines;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** One class that the JVM refuses takes no other with it. */
final class RetransformationTest {
  private final Lines log = new Lines();
  private final Set<Class<?>> unlinkable = new HashSet<>();
  private final List<List<Class<?>>> batches = new ArrayList<>();
  private final List<Class<?>> woven = new ArrayList<>();
  private final Retransformation retransformation = new Retransformation(jvm(), log);

  @Test
  void all_go_in_one_batch_and_in_their_order() {
    List<Class<?>> classes = List.of(String.class, List.class, Integer.class);

    assertThat(retransformation.perform(classes, "nothing")).isEmpty();

    assertThat(batches).containsExactly(classes);
    assertThat(log.warnings()).isEmpty();
  }

  @Test
  void a_class_that_cannot_be_linked_stays_alone_as_it_is() {
    List<Class<?>> classes =
        List.of(String.class, List.class, Set.class, Integer.class, Long.class);
    unlinkable.add(Set.class);

    assertThat(retransformation.perform(classes, "it is not guarded")).containsExactly(Set.class);

    assertThat(woven).containsExactly(String.class, List.class, Integer.class, Long.class);
    assertThat(log.warnings())
        .containsExactly("WARN java.util.Set is left as it is: it is not guarded");
  }

  @Test
  void of_many_classes_that_cannot_be_linked_a_few_are_told_of() {
    List<Class<?>> classes = Collections.nCopies(300, Set.class);
    unlinkable.add(Set.class);

    assertThat(retransformation.perform(classes, "it is not guarded")).hasSize(300);

    assertThat(log.warnings())
        .hasSize(9)
        .last()
        .isEqualTo(
            "WARN java.util.Set is left as it is: it is not guarded"
                + " (256 times so far; the last: java.lang.InternalError)");
    assertThat(log.thrown()).hasSize(1);
  }

  @Test
  void a_class_that_the_jvm_never_changes_is_not_asked_for() {
    assertThat(retransformation.perform(List.of(int[].class, String.class), "nothing"))
        .containsExactly(int[].class);

    assertThat(woven).containsExactly(String.class);
    assertThat(log.warnings()).hasSize(1);
  }

  @Test
  void many_go_in_several_batches() {
    List<Class<?>> classes = Collections.nCopies(120, String.class);

    retransformation.perform(classes, "nothing");

    assertThat(woven).hasSize(120);
    assertThat(batches).hasSizeGreaterThan(1).allMatch(batch -> batch.size() <= 50);
  }

  @Test
  void nothing_to_do_asks_nobody() {
    retransformation.perform(List.of(), "nothing");

    assertThat(batches).isEmpty();
  }

  /** As the JVM does: all of a batch, or none. */
  private Instrumentation jvm() {
    return (Instrumentation)
        Proxy.newProxyInstance(
            RetransformationTest.class.getClassLoader(),
            new Class<?>[] {Instrumentation.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("isModifiableClass")) {
                return !((Class<?>) arguments[0]).isArray();
              }
              retransform(Arrays.asList((Class<?>[]) arguments[0]));
              return null;
            });
  }

  private void retransform(List<Class<?>> batch) {
    batches.add(batch);
    if (!Collections.disjoint(batch, unlinkable)) {
      throw new InternalError("a class of the batch cannot be linked");
    }
    woven.addAll(batch);
  }
}
