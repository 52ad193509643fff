package dev.ssot.engine.weave.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
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

  /** Another JVM has another verifier. */
  @ParameterizedTest
  @MethodSource("jdks")
  void no_class_is_broken_on_another_jdk(Path jdk, @TempDir Path work) throws Exception {
    var command = new ArrayList<String>();
    command.add(jdk.resolve("bin/java").toString());
    command.addAll(List.of("-Xmx512m", "-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(CorpusCheck.class.getName(), "every=4"));
    jars("assertj-core-").forEach(jar -> command.add(jar.toString()));
    Path output = work.resolve("output.txt");
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();

    assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).as(Files.readString(output)).isZero();
    assertThat(Files.readString(output)).contains("woven new=");
  }

  @Test
  void a_class_that_the_verifier_rejects_is_noticed() throws Exception {
    try (var corpus = new Corpus(jars("assertj-core-"))) {
      var broken = new LinkingLoader(corpus, CorpusTest::withoutStack);

      assertThat(broken.problem("org/assertj/core/util/Lists")).contains("VerifyError");
    }
  }

  /** Those of the matrix that run our tests' class files; else this one. */
  static List<Path> jdks() {
    String matrix = System.getenv("SSOT_TEST_JDKS");
    String homes = matrix == null ? System.getProperty("java.home") : matrix;
    return Stream.of(homes.split(File.pathSeparator, -1))
        .map(Path::of)
        .filter(home -> Files.exists(home.resolve("lib/jrt-fs.jar")))
        .filter(CorpusTest::isRecent)
        .toList();
  }

  private static boolean isRecent(Path home) {
    try {
      var version = Pattern.compile("JAVA_VERSION=\"(\\d+)");
      var found = version.matcher(Files.readString(home.resolve("release")));
      return found.find() && Integer.parseInt(found.group(1)) >= 17;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] withoutStack(byte[] classFile) {
    var writer = new ClassWriter(0);
    new ClassReader(classFile)
        .accept(
            new ClassVisitor(Opcodes.ASM9, writer) {
              @Override
              public MethodVisitor visitMethod(
                  int access, String name, String descriptor, String signature, String[] thrown) {
                return new MethodVisitor(
                    Opcodes.ASM9, super.visitMethod(access, name, descriptor, signature, thrown)) {
                  @Override
                  public void visitMaxs(int maxStack, int maxLocals) {
                    super.visitMaxs(0, maxLocals);
                  }
                };
              }
            },
            0);
    return writer.toByteArray();
  }

  private static List<Path> jars(String prefix) {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .map(Path::of)
        .filter(path -> path.getFileName().toString().startsWith(prefix))
        .toList();
  }
}
