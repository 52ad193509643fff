package dev.ssot.engine.weave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.ssot.engine.weave.site.ClassFiles;
import dev.ssot.forms.Compilers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.instrument.ClassDefinition;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Old class files whose constructions are answered by another object. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class LegacyAnswerTest {
  private static final String SOURCE =
      """
      public class Old {
        public static class X {
          public static int made;
          final String name;
          public X() { this("none"); }
          public X(String name) { made++; this.name = name; }
          X next(X other) { return other; }
        }

        static X FIELD = new X();

        public static X plain() { return new X(); }
        public static X statement() { new X(); new X(); return new X(); }
        public static X ternary() { return FIELD.made > 0 ? new X() : null; }
        public static X nested() { return new X().next(new X()); }
        public static X asArgument() { return wide(1L, 2.0, new X(), 3L); }
        public static X branches() {
          X x = null;
          for (int i = 0; i < 3; i++) {
            long l = i;
            String s = l == 1 ? "a" : "b";
            try {
              x = s.length() > 0 ? new X() : new X();
            } finally {
              l++;
            }
          }
          return x;
        }
        public static X monitor() { synchronized (FIELD) { return new X(); } }
        public static X inArray() { return new X[] {new X(), null}[0]; }
        public static X argument() { return new X("given"); }
        public static X whileConstructing() { new X("before" + new X()); return new X(); }

        private static X wide(long a, double b, X x, long c) { return x; }
      }
      """;

  private static final List<String> ANSWERED =
      List.of(
          "plain",
          "statement",
          "ternary",
          "nested",
          "asArgument",
          "branches",
          "monitor",
          "inArray",
          "whileConstructing");

  private final ClassWeaver weaver = new ClassWeaver("Old$X"::equals);
  private List<Map<String, byte[]>> compiled;

  @BeforeAll
  void compile(@TempDir Path work) throws Exception {
    TestDispatch.install();
    Path source = Files.writeString(work.resolve("Old.java"), SOURCE);
    compiled =
        List.of(
            Compilers.javac(folder(work, "javac"), List.of(source), "--release", "8"),
            Compilers.ecj(folder(work, "ecj"), List.of(source), "--release", "8"));
  }

  @AfterEach
  void answerNothing() {
    Recorded.answerBy(null);
  }

  @ParameterizedTest
  @CsvSource({"0,49", "0,50", "1,49", "1,50"})
  void without_arguments_the_answer_is_what_the_site_gets(int compiler, int version)
      throws Exception {
    Class<?> old = load(woven(compiler, version));
    Object canonical = call(old, "plain");
    Recorded.answerBy(canonical);
    int before = made(old);

    for (String method : ANSWERED) {
      assertThat(call(old, method)).as(method).isSameAs(canonical);
    }

    assertThat(made(old)).as("one constructor call has an argument").isEqualTo(before + 1);
  }

  @ParameterizedTest
  @CsvSource({"0,49", "0,50", "1,49", "1,50"})
  void with_arguments_or_without_an_answer_the_site_constructs(int compiler, int version)
      throws Exception {
    Class<?> old = load(woven(compiler, version));
    Object first = call(old, "plain");
    for (String method : ANSWERED) {
      assertThat(call(old, method)).as(method).isNotNull().isNotSameAs(first);
    }

    Recorded.answerBy(first);
    assertThat(call(old, "argument")).isNotSameAs(first);
  }

  @Test
  void what_is_to_be_thrown_is_thrown_at_the_site() throws Exception {
    Class<?> old = load(woven(0, 50));
    call(old, "plain");
    var refused = new IllegalStateException("a second");
    Recorded.answerBy(refused);
    int before = made(old);

    assertThat(catchThrowable(() -> call(old, "branches"))).hasCause(refused);
    assertThat(made(old)).isEqualTo(before);
  }

  @Test
  void a_class_that_is_there_already_becomes_one_that_asks() throws Exception {
    var plain = new TreeMap<String, byte[]>();
    compiled.get(0).forEach((name, classFile) -> plain.put(name, Aging.age(classFile, 50)));
    Class<?> old = load(plain);
    Object first = call(old, "plain");
    Recorded.answerBy(first);
    assertThat(call(old, "plain")).isNotSameAs(first);

    byte[] asking = weaver.weave(plain.get("Old")).classFile();
    TestDispatch.instrumentation().redefineClasses(new ClassDefinition(old, asking));

    assertThat(call(old, "plain")).isSameAs(first);
    assertThat(call(old, "branches")).isSameAs(first);
  }

  @Test
  void below_version_49_nothing_is_asked() throws Exception {
    Class<?> old = load(woven(0, 48));
    Object first = call(old, "plain");
    Recorded.answerBy(first);

    assertThat(call(old, "plain")).isNotSameAs(first);
  }

  @Test
  void where_the_old_verifier_might_miss_a_class_nothing_is_asked() throws Exception {
    ClassFiles lacking = name -> name.equals("Old$X") ? null : classFile(0, 50, name);
    byte[] woven = weaver.weave(classFile(0, 50, "Old"), lacking).classFile();
    byte[] asking =
        weaver.weave(classFile(0, 50, "Old"), name -> classFile(0, 50, name)).classFile();

    assertThat(woven[7]).isEqualTo((byte) 50);
    assertThat(asking[7]).isEqualTo((byte) 49);
  }

  private Map<String, byte[]> woven(int compiler, int version) {
    var woven = new TreeMap<String, byte[]>();
    for (String name : compiled.get(compiler).keySet()) {
      byte[] plain = classFile(compiler, version, name);
      byte[] changed = weaver.weave(plain).classFile();
      woven.put(name, changed == null ? plain : changed);
    }
    return woven;
  }

  /** Of the JDK as well. */
  private byte[] classFile(int compiler, int version, String name) {
    byte[] own = compiled.get(compiler).get(name);
    if (own != null) {
      return Aging.age(own, version);
    }
    try (var in = ClassLoader.getSystemResourceAsStream(name + ".class")) {
      return in == null ? null : in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Class<?> load(Map<String, byte[]> classFiles) throws Exception {
    return new DefiningLoader(LegacyAnswerTest.class.getClassLoader(), classFiles).loadClass("Old");
  }

  private static Object call(Class<?> old, String name) throws Exception {
    Method method = old.getMethod(name);
    return method.invoke(null);
  }

  private static int made(Class<?> old) throws Exception {
    return old.getClassLoader().loadClass("Old$X").getField("made").getInt(null);
  }

  private static Path folder(Path work, String name) throws IOException {
    return Files.createDirectories(work.resolve(name));
  }
}
