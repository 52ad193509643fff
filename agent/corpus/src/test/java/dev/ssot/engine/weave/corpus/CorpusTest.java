package dev.ssot.engine.weave.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No class of a library is broken by weaving all of it. Another JVM has another verifier. */
final class CorpusTest {
  private static final List<String> LIBRARIES =
      List.of("assertj-core-", "byte-buddy-1", "ecj-", "kotlin-stdlib-", "archunit-1");

  @TempDir private Path work;

  @ParameterizedTest
  @MethodSource("dev.ssot.engine.weave.corpus.CorpusJdk#all")
  void no_class_is_broken_on_any_jdk(CorpusJdk jdk) throws Exception {
    int every = jdk.isAtAnEnd() ? 1 : 8;
    var checked = CheckedCorpus.on(jdk, work, corpus(), "every=" + every);
    System.out.println(jdk + ", one class of " + every + ": " + checked.counts());

    assertThat(checked.exitCode()).as(checked.output()).isZero();
    assertThat(checked.count("linked") * every).as(checked.output()).isGreaterThan(6_000);
    assertThat(checked.count("hooked") * every).as(checked.output()).isGreaterThan(4_000);
    assertThat(checked.count("woven new") * every).as(checked.output()).isGreaterThan(15_000);
    assertThat(checked.count("woven factory") * every).as(checked.output()).isGreaterThan(15_000);
    // The optimised jar of the Kotlin compiler has some: left as they are, which must stay rare.
    assertThat(checked.count("skipped unknown-form") * 100).isLessThan(checked.count("woven new"));
  }

  @Test
  void no_class_of_a_compiler_is_broken() throws Exception {
    var checked = CheckedCorpus.on(CorpusJdk.running(), work, jars("kotlin"), "every=25");

    assertThat(checked.exitCode()).as(checked.output()).isZero();
    assertThat(checked.count("woven new")).as(checked.output()).isGreaterThan(1_000);
    assertThat(checked.count("woven factory")).as(checked.output()).isGreaterThan(1_000);
  }

  @ParameterizedTest
  @MethodSource("dev.ssot.engine.weave.corpus.CorpusJdk#all")
  void a_class_that_the_verifier_rejects_is_noticed(CorpusJdk jdk) throws Exception {
    var checked = CheckedCorpus.on(jdk, work, jars("assertj-core-"), "every=50", "broken");

    assertThat(checked.exitCode()).isEqualTo(1);
    assertThat(checked.output()).containsPattern("org/assertj/.*: java.lang.VerifyError");
  }

  /** Those of the profile "corpus", else libraries that are on the class path anyway. */
  private static List<Path> corpus() throws IOException {
    String folder = System.getProperty("corpus.jars", "");
    if (folder.isEmpty()) {
      return LIBRARIES.stream().flatMap(library -> jars(library).stream()).toList();
    }
    try (var files = Files.list(Path.of(folder))) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    }
  }

  private static List<Path> jars(String prefix) {
    var jars =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
            .map(Path::of)
            .filter(path -> path.getFileName().toString().startsWith(prefix))
            .toList();
    assertThat(jars).as("jars called %s… on the class path", prefix).isNotEmpty();
    return jars;
  }
}
