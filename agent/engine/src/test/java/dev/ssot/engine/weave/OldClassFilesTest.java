package dev.ssot.engine.weave;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ssot.engine.place.Reason;
import dev.ssot.forms.CompiledForms;
import dev.ssot.forms.Compilers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Class files below version 51: their constructions stay as they are, and the constructors of the
 * target see them.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class OldClassFilesTest {
  private static final String SOURCE =
      """
      public class T {
        static boolean yes = true;
        final long a;
        final Object b;

        public T() {
          this(1, yes ? new Object() : new StringBuffer(yes ? new String("a") : "b"));
        }

        public T(long a, Object b) {
          super();
          long sum = 0;
          for (int i = 0; i < 3; i++) {
            double d = i * 2.0;
            try {
              sum += (long) d;
            } finally {
              sum++;
            }
          }
          this.a = sum;
          if (sum < 0) {
            this.b = null;
            return;
          }
          this.b = yes ? new StringBuffer(b.toString()) : new Object();
        }

        public T(T copied) {
          this(new T(1, "argument").a, yes ? copied.b : new T().b);
        }

        public static class Sub extends T {
          public Sub() {
            super(yes ? 1 : 2, new Object());
          }
        }

        public static void run() {
          new T();
          new T(new T(1, "a"));
          new Sub();
          try {
            new T(1, null);
          } catch (NullPointerException expected) {
            new T(2, "b");
          }
        }
      }
      """;

  /** The constructor that copies makes one more; the object whose constructor threw is none. */
  private static final int MADE = 5;

  private final ClassWeaver forms = new ClassWeaver("forms/X"::equals);
  private final ClassWeaver weaver = new ClassWeaver("T"::equals);
  private List<Fixture> fixtures;
  private List<Map<String, byte[]>> compiled;

  @BeforeAll
  void compile(@TempDir Path work) throws Exception {
    TestDispatch.install();
    fixtures =
        List.of(
            Fixture.of(CompiledForms.javac(work, 8, "Forms")),
            Fixture.of(CompiledForms.ecj(work, 8, "Forms")));
    List<Path> source = List.of(Files.writeString(work.resolve("T.java"), SOURCE));
    Path javac = Files.createDirectories(work.resolve("old javac"));
    Path ecj = Files.createDirectories(work.resolve("old ecj"));
    compiled =
        List.of(
            Compilers.javac(javac, source, "--release", "8"),
            Compilers.ecj(ecj, source, "--release", "8"));
  }

  @BeforeEach
  void forget() throws Exception {
    TestDispatch.unmark();
    Recorded.take();
  }

  @ParameterizedTest
  @CsvSource({"0,49", "0,50", "1,49", "1,50"})
  void the_hook_of_the_target_sees_what_call_sites_would_have_seen(int fixture, int version)
      throws Exception {
    Fixture plain = fixtures.get(fixture);
    String expected = plain.woven(forms).run();
    List<String> woven = Recorded.take();

    assertThat(plain.aged(version).woven(forms).run()).isEqualTo(expected);

    List<String> seen = Recorded.take();
    assertThat(constructions(seen)).isEqualTo(constructions(woven));
    assertThat(seen).filteredOn(event -> event.startsWith("unaccounted")).hasSizeGreaterThan(30);
    assertThat(seen).noneMatch(event -> event.startsWith("failed"));
  }

  @ParameterizedTest
  @CsvSource({"0,49", "0,50", "1,49", "1,50"})
  void call_sites_stay_as_they_are_and_are_listed(int fixture, int version) {
    var reasons = new ArrayList<>();
    for (byte[] classFile : fixtures.get(fixture).aged(version).classFiles().values()) {
      WeaveResult result = forms.weave(classFile);
      if (classFile[7] == version) {
        assertThat(result.woven()).isEmpty();
        assertThat(result.classFile() != null).isEqualTo(result.shape() != null);
        result.skipped().forEach(skipped -> reasons.add(skipped.reason()));
      }
    }

    assertThat(reasons).hasSizeGreaterThan(30).containsOnly(Reason.CLASS_FILE_TOO_OLD);
  }

  @ParameterizedTest
  @CsvSource({"0,48", "0,49", "0,50", "1,48", "1,49", "1,50"})
  void an_old_target_reports_each_object_once(int compiler, int version) throws Exception {
    var aged = new TreeMap<>(compiled.get(compiler));
    aged.replaceAll((name, classFile) -> Aging.age(classFile, version));
    assertThat(aged.get("T")[7]).isEqualTo((byte) version);
    WeaveResult result = weaver.weave(aged.get("T"));
    assertThat(result.isHooked()).isTrue();
    assertThat(weaver.weave(aged.get("T$Sub")).skipped()).as("super(…)").isEmpty();
    assertThat(result.classFile()[7]).isEqualTo((byte) version);
    aged.put("T", result.classFile());

    run(aged);

    String named = version < Opcodes.V1_5 ? "" : "T"; // no constant is a class before that
    assertThat(Recorded.take())
        .containsOnly("unaccounted T by T", "unaccounted T$Sub by T", "unaccounted failed " + named)
        .filteredOn(event -> event.startsWith("unaccounted T by"))
        .hasSize(MADE);
  }

  /** The older the version, the fewer frames: none of them is needed to find {@code super(…)}. */
  @ParameterizedTest
  @ValueSource(ints = {Opcodes.V1_2, Opcodes.V1_4, Opcodes.V1_5, Opcodes.V1_6})
  void a_subroutine_in_a_constructor_is_no_obstacle(int version) throws Exception {
    byte[] classFile = constructor(version, OldClassFilesTest::withSubroutine);

    WeaveResult result = weaver.weave(classFile);

    assertThat(result.isHooked()).isTrue();
    Class<?> type = load(Map.of("T", result.classFile())).loadClass("T");
    type.getConstructor().newInstance();
    assertThat(Recorded.take()).containsExactly("unaccounted T by T");
  }

  @ParameterizedTest
  @ValueSource(ints = {Opcodes.V1_2, Opcodes.V1_6})
  void where_constructor_calls_do_not_come_out_even_the_target_is_not_hooked(int version) {
    WeaveResult result = weaver.weave(constructor(version, OldClassFilesTest::sharing));

    assertThat(result.isHooked()).isFalse();
    assertThat(result.classFile()).isNull();
    assertThat(result.skipped())
        .singleElement()
        .satisfies(skipped -> assertThat(skipped.reason()).isEqualTo(Reason.UNKNOWN_FORM));
  }

  @Test
  void a_constructor_call_that_fits_neither_this_nor_super_is_none_of_them() {
    Consumer<MethodVisitor> unpaired = code -> call(code, "java/lang/String");

    assertThat(weaver.weave(constructor(Opcodes.V1_5, unpaired)).isHooked()).isFalse();
  }

  private static long constructions(List<String> events) {
    return events.stream()
        .filter(event -> event.startsWith("new ") || event.equals("unaccounted forms.X by forms.X"))
        .count();
  }

  private static void run(Map<String, byte[]> classFiles) throws Exception {
    load(classFiles).loadClass("T").getMethod("run").invoke(null);
  }

  private static DefiningLoader load(Map<String, byte[]> classFiles) {
    return new DefiningLoader(OldClassFilesTest.class.getClassLoader(), classFiles);
  }

  /** {@code public T() { super(); … }}. */
  private static byte[] constructor(int version, Consumer<MethodVisitor> rest) {
    var writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    writer.visit(version, Opcodes.ACC_PUBLIC, "T", null, "java/lang/Object", null);
    MethodVisitor code = writer.visitMethod(Opcodes.ACC_PUBLIC, "<init>", "()V", null, null);
    code.visitCode();
    code.visitVarInsn(Opcodes.ALOAD, 0);
    call(code, "java/lang/Object");
    rest.accept(code);
    code.visitInsn(Opcodes.RETURN);
    code.visitMaxs(0, 0);
    code.visitEnd();
    return writer.toByteArray();
  }

  /** As javac compiled {@code finally} until 1.4.1. */
  private static void withSubroutine(MethodVisitor code) {
    var subroutine = new Label();
    var end = new Label();
    code.visitJumpInsn(Opcodes.JSR, subroutine);
    code.visitJumpInsn(Opcodes.JSR, subroutine);
    code.visitJumpInsn(Opcodes.GOTO, end);
    code.visitLabel(subroutine);
    code.visitVarInsn(Opcodes.ASTORE, 1);
    code.visitTypeInsn(Opcodes.NEW, "java/lang/Object");
    code.visitInsn(Opcodes.DUP);
    call(code, "java/lang/Object");
    code.visitInsn(Opcodes.POP);
    code.visitVarInsn(Opcodes.RET, 1);
    code.visitLabel(end);
  }

  /** Two {@code NEW} that meet in one constructor call, as a shrinker may write them. */
  private static void sharing(MethodVisitor code) {
    var other = new Label();
    var call = new Label();
    code.visitInsn(Opcodes.ICONST_0);
    code.visitJumpInsn(Opcodes.IFEQ, other);
    code.visitTypeInsn(Opcodes.NEW, "java/lang/Object");
    code.visitJumpInsn(Opcodes.GOTO, call);
    code.visitLabel(other);
    code.visitTypeInsn(Opcodes.NEW, "java/lang/Object");
    code.visitLabel(call);
    call(code, "java/lang/Object");
  }

  private static void call(MethodVisitor code, String type) {
    code.visitMethodInsn(Opcodes.INVOKESPECIAL, type, "<init>", "()V", false);
  }
}
