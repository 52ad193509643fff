package dev.ssot.engine.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A wrapped handle is as good as the one that was looked up. */
final class WrappedHandlesTest {
  private final List<Object> asked = new ArrayList<>();
  private final WrappedHandles handles = new WrappedHandles(new GivenHandles());
  private Object answer;

  /** Some arguments of each size. */
  private static final class Many {
    final long big;
    final List<String> texts;

    Many(int number, long big, String... texts) throws IOException {
      if (number < 0) {
        throw new IOException("negative");
      }
      this.big = big;
      this.texts = List.of(texts);
    }
  }

  @Test
  void without_an_answer_the_constructor_gets_its_arguments() throws Throwable {
    MethodHandle wrapped = wrap();

    Many made = (Many) wrapped.invokeExact(1, 2L, new String[] {"a", "b"});

    assertThat(made.texts).containsExactly("a", "b");
    assertThat(made.big).isEqualTo(2);
    assertThat(asked).hasSize(1);
    assertThat((Object[]) asked.get(0)).startsWith(1, 2L);
  }

  @Test
  void an_answer_is_returned_instead_and_the_next_one_is_asked_for_again() throws Throwable {
    MethodHandle wrapped = wrap();
    Many shared = new Many(0, 0, "shared");
    answer = shared;
    assertThat((Many) wrapped.invokeExact(1, 2L, new String[0])).isSameAs(shared);

    answer = null;
    assertThat((Many) wrapped.invokeExact(1, 2L, new String[0])).isNotSameAs(shared);
  }

  @Test
  void type_and_variable_arity_are_kept() throws Throwable {
    MethodHandle wrapped = wrap();

    assertThat(wrapped.type()).isEqualTo(direct().type());
    assertThat(wrapped.isVarargsCollector()).isTrue();
    assertThat(((Many) wrapped.invoke(1, 2L, "a", "b", "c")).texts).hasSize(3);
    assertThat(((Many) wrapped.invoke(1, 2L)).texts).isEmpty();
    assertThat(wrapped.invokeWithArguments(1, 2L, "a")).isInstanceOf(Many.class);
  }

  @Test
  void what_was_wrapped_is_found_again_in_both_arities() throws Throwable {
    MethodHandle direct = direct();
    MethodHandle wrapped = handles.wrap(direct, this::ask);
    var lookup = MethodHandles.lookup();

    assertThat(handles.unwrap(wrapped)).isSameAs(direct);
    assertThat(lookup.revealDirect(handles.unwrap(wrapped.asFixedArity())).isVarArgs()).isTrue();
    assertThat(handles.unwrap(direct)).isSameAs(direct);
  }

  @Test
  void what_the_constructor_throws_comes_through() throws Throwable {
    assertThatThrownBy(() -> wrap().invoke(-1, 2L)).isInstanceOf(IOException.class);
  }

  @Test
  void a_constructor_with_too_many_parameters_stays_as_it_is() throws Throwable {
    MethodHandle wide =
        MethodHandles.dropArguments(MethodHandles.constant(Object.class, "wide"), 0, objects(251));

    assertThat(handles.wrap(wide, this::ask)).isSameAs(wide);
  }

  private static List<Class<?>> objects(int count) {
    Class<?>[] types = new Class<?>[count];
    Arrays.fill(types, Object.class);
    return List.of(types);
  }

  private Object ask(Object[] arguments) {
    asked.add(arguments);
    return answer;
  }

  private MethodHandle wrap() throws ReflectiveOperationException {
    return handles.wrap(direct(), this::ask);
  }

  private static MethodHandle direct() throws ReflectiveOperationException {
    return MethodHandles.lookup()
        .findConstructor(
            Many.class, MethodType.methodType(void.class, int.class, long.class, String[].class));
  }
}
