package dev.ssot.engine.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ssot.bootstrap.pattern.ClassPattern;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ApplicationCodeTest {
  @Test
  void patterns_name_classes_and_those_nested_in_them() {
    ApplicationCode code =
        ApplicationCode.of(List.of(ClassPattern.of(ApplicationCodeTest.class.getName())));

    assertThat(code.contains(ApplicationCodeTest.class)).isTrue();
    assertThat(code.contains(Nested.class)).isTrue();
    assertThat(code.contains(FoundCode.class)).isFalse();
  }

  @Test
  void the_jdk_is_nobodys_application() {
    assertThat(ApplicationCode.all().contains(String.class)).isFalse();
    assertThat(ApplicationCode.all().contains("java.sql.Date", null, null)).isFalse();
    assertThat(ApplicationCode.all().isElsewhere(String.class, Nested.class)).isFalse();
  }

  @Test
  void it_says_the_same_of_a_class_file_and_of_its_class() {
    ApplicationCode code = ApplicationCode.of(List.of());
    Class<?> library = org.assertj.core.api.Assertions.class;

    for (Class<?> each : List.of(ApplicationCodeTest.class, library)) {
      assertThat(code.contains(each.getName(), each.getClassLoader(), each.getProtectionDomain()))
          .isEqualTo(code.contains(each));
    }
    assertThat(code.contains(ApplicationCodeTest.class)).isTrue();
    assertThat(code.contains(library)).isFalse();
    assertThat(code.isElsewhere(library, ApplicationCodeTest.class)).isTrue();
    assertThat(code.isElsewhere(Nested.class, ApplicationCodeTest.class)).isFalse();
  }

  @Test
  void what_was_taken_is_told_once_it_was_asked_for() {
    ApplicationCode code = ApplicationCode.of(List.of());
    assertThat(code.taken()).isEmpty();

    assertThat(code.contains(ApplicationCodeTest.class)).isTrue();

    assertThat(code.taken()).hasSize(1).allMatch(each -> each.endsWith("test-classes/"));
  }

  private static final class Nested {}
}
