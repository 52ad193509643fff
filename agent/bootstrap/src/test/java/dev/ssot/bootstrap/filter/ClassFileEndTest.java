package dev.ssot.bootstrap.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ClassFileEndTest {
  @Test
  void a_whole_class_file_ends_where_it_says() throws IOException {
    for (Class<?> type : List.of(ClassFileEnd.class, Object.class, String.class, Runnable.class)) {
      assertThat(ClassFileEnd.isReached(classFile(type))).as("%s", type).isTrue();
    }
  }

  @Test
  void a_part_of_one_does_not_however_long() throws IOException {
    byte[] whole = classFile(ClassFileEnd.class);

    for (int length = 0; length < whole.length; length++) {
      assertThat(ClassFileEnd.isReached(Arrays.copyOf(whole, length))).as("%d", length).isFalse();
    }
    assertThat(ClassFileEnd.isReached(Arrays.copyOf(whole, whole.length + 1))).isFalse();
  }

  private static byte[] classFile(Class<?> type) throws IOException {
    try (var in = type.getResourceAsStream(type.getSimpleName() + ".class")) {
      return in.readAllBytes();
    }
  }
}
