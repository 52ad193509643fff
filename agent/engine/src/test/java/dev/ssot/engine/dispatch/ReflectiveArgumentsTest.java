package dev.ssot.engine.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What {@code newInstance} takes is answered for, what it refuses is left to it. */
final class ReflectiveArgumentsTest {
  @Test
  void none_fit_a_constructor_without_parameters() {
    assertThat(fit(types())).isTrue();
    assertThat(ReflectiveArguments.fit(types(), null)).isTrue();
    assertThat(fit(types(), 1)).isFalse();
    assertThat(ReflectiveArguments.fit(types(int.class), null)).isFalse();
  }

  @Test
  void objects_fit_by_type_and_null_fits_any() {
    assertThat(fit(types(CharSequence.class, Object[].class), "x", new String[0])).isTrue();
    assertThat(fit(types(CharSequence.class), (Object) null)).isTrue();
    assertThat(fit(types(CharSequence.class), 1)).isFalse();
    assertThat(fit(types(Integer.class), 1L)).isFalse();
  }

  @Test
  void primitives_are_unwrapped_and_widened_and_never_null() {
    assertThat(fit(types(long.class, double.class, int.class), 1, 1f, 'c')).isTrue();
    assertThat(fit(types(int.class), 1L)).isFalse();
    assertThat(fit(types(boolean.class), 1)).isFalse();
    assertThat(fit(types(int.class), "1")).isFalse();
    assertThat(fit(types(int.class), (Object) null)).isFalse();
  }

  private static Class<?>[] types(Class<?>... types) {
    return types;
  }

  private static boolean fit(Class<?>[] parameters, Object... arguments) {
    return ReflectiveArguments.fit(parameters, arguments);
  }
}
