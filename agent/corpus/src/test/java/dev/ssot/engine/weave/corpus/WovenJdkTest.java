package dev.ssot.engine.weave.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each JDK with its woven classes in place of its own, from its start and with its verifier, which
 * lets classes of the JDK pass unseen unless told otherwise. No engine answers the hooks.
 */
final class WovenJdkTest {
  private static final String MAIN = "dev.ssot.engine.weave.jdk.WovenJdk";
  private static final String DISPATCH = "java/lang/SsotDispatch.class";

  @TempDir private Path work;

  @ParameterizedTest
  @MethodSource("dev.ssot.engine.weave.corpus.CorpusJdk#all")
  void all_hooks_find_their_place_and_change_nothing_by_themselves(CorpusJdk jdk) throws Exception {
    Path woven = Files.createDirectories(work.resolve("woven"));
    assertThat(run(jdk, List.of(), woven.toString()).lines())
        .containsExactly(
            "woven: CONSTRUCTOR", "woven: METAFACTORY", "woven: LOOKUP", "woven: STREAM_CLASS");
    Files.copy(
        Path.of("../bootstrap/target/classes", DISPATCH),
        Files.createDirectories(woven.resolve("java/lang")).resolve("SsotDispatch.class"));

    String plain = run(jdk, List.of("-Xverify:all"));
    String hooked = run(jdk, List.of("-Xverify:all", inPlaceOfItsOwn(jdk, woven)));

    assertThat(plain).contains("revealed: newInvokeSpecial", "lambda: Made", "read: Made");
    assertThat(hooked).isEqualTo(plain);
  }

  private static String inPlaceOfItsOwn(CorpusJdk jdk, Path woven) {
    return jdk.version() == 8 ? "-Xbootclasspath/p:" + woven : "--patch-module=java.base=" + woven;
  }

  /** What it prints, without what the JVM says of deprecated options; fails if it fails. */
  private String run(CorpusJdk jdk, List<String> options, String... arguments)
      throws IOException, InterruptedException {
    Path out = Files.createTempFile(work, "out", ".txt");
    Path err = Files.createTempFile(work, "err", ".txt");
    var command = new ArrayList<>(List.of(jdk.home().resolve("bin/java").toString()));
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), MAIN));
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    try {
      assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
      assertThat(process.exitValue()).as(() -> command + "\n" + text(out) + text(err)).isZero();
      return text(out);
    } finally {
      process.destroyForcibly();
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      return unreadable.toString();
    }
  }
}
