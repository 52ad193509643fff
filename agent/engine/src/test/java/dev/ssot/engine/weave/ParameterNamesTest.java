package dev.ssot.engine.weave;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ParameterNamesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "kotlin.jvm.internal.DefaultConstructorMarker",
        "com.acme.Shop$1",
        "Shop$Shelf$12",
        "$7"
      })
  void a_marker_of_a_compiler_is_no_argument(String name) {
    assertThat(ParameterNames.isCompilerMarker(name)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "com.acme.DefaultConstructorMarker",
        "int",
        "com.acme.Shop1",
        "com.acme.Shop$",
        "com.acme.Shop$1$Shelf",
        "com.acme.Shop$1a",
        "com.acme.Shop$1[]"
      })
  void anything_else_is(String name) {
    assertThat(ParameterNames.isCompilerMarker(name)).isFalse();
  }
}
