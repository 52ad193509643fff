package dev.ssot.engine.weave.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CorpusTest {
  @ParameterizedTest
  @ValueSource(strings = {"ecj-", "byte-buddy-1", "assertj-core-", "kotlin-stdlib-", "archunit-1"})
  void no_class_of_a_library_is_broken_by_weaving_all_of_it(String library) throws Exception {
    CorpusCheck check = CorpusCheck.of(jars(library), 2);

    assertThat(check.failures()).isEmpty();
    assertThat(check.counts().get("woven new")).as(check.counts().toString()).isGreaterThan(500);
    assertThat(check.counts().getOrDefault("skipped unknown-form", 0)).isZero();
  }

  @Test
  void no_class_of_a_compiler_is_broken_by_weaving_it() throws Exception {
    CorpusCheck check = CorpusCheck.of(jars("kotlin"), 25);

    assertThat(check.failures()).isEmpty();
    assertThat(check.counts().get("woven new")).as(check.counts().toString()).isGreaterThan(1000);
  }

  private static List<Path> jars(String prefix) {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .map(Path::of)
        .filter(path -> path.getFileName().toString().startsWith(prefix))
        .toList();
  }
}
