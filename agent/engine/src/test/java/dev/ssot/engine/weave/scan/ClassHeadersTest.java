package dev.ssot.engine.weave.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ssot.engine.weave.site.ClassFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.Type;
import org.junit.jupiter.api.Test;

/** What class files are read for, and what not. */
final class ClassHeadersTest {
  private final List<String> read = new ArrayList<>();

  private final ClassFiles files =
      type -> {
        read.add(type);
        return classFile(type);
      };

  private final ClassHeaders headers = new ClassHeaders(files);

  @Test
  void nothing_is_read_to_tell_that_nothing_inherits_from_a_final_class() {
    headers.add(new ClassReader(classFile(name(Last.class))));

    assertThat(headers.isSubtype(name(Derived.class), name(Last.class))).isFalse();
    assertThat(headers.isSubtype(name(Last.class), name(Last.class))).isTrue();
    assertThat(read).isEmpty();
  }

  @Test
  void a_class_that_is_at_hand_is_not_read_again() {
    headers.add(new ClassReader(classFile(name(Derived.class))));

    assertThat(headers.isSubtype(name(Derived.class), name(Base.class))).isTrue();
    assertThat(read).isEmpty();
  }

  @Test
  void others_are_read_once() {
    assertThat(headers.isSubtype(name(Derived.class), name(Last.class))).isFalse();
    assertThat(headers.isSubtype(name(Derived.class), name(Base.class))).isTrue();
    assertThat(read).containsExactly(name(Derived.class), name(Base.class));
  }

  private static String name(Class<?> type) {
    return Type.getInternalName(type);
  }

  private static byte[] classFile(String type) {
    try (var in = ClassHeadersTest.class.getClassLoader().getResourceAsStream(type + ".class")) {
      return in.readAllBytes();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static class Base {}

  private static class Derived extends Base {}

  private static final class Last extends Base {}
}
