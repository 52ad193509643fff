package dev.ssot.engine.weave;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ssot.engine.place.Kind;
import dev.ssot.engine.place.Reason;
import dev.ssot.engine.weave.site.NotWovenSite;
import dev.ssot.engine.weave.site.SiteIds;
import dev.ssot.engine.weave.site.WovenSite;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class LimitsTest {
  /** Long and double take two. */
  private static final int MOST = 253;

  private final ClassWeaver weaver = new ClassWeaver(GeneratedClass.TARGET::equals);

  @Test
  void a_method_that_would_no_longer_be_compiled_is_left_alone() {
    byte[] plain =
        GeneratedClass.caller()
            .method("large", "()V", GeneratedClass.statements(900))
            .method("small", "()V", GeneratedClass.statements(3))
            .classFile();

    WeaveResult result = weaver.weave(plain);

    assertThat(result.woven()).hasSize(3).allMatch(site -> site.method().equals("small"));
    assertThat(result.skipped())
        .hasSize(900)
        .allMatch(site -> site.site().method().equals("large"))
        .allMatch(site -> site.reason() == Reason.METHOD_TOO_LARGE);
  }

  /** Each such call takes some forty bytes more, a {@code new} about twenty. */
  @Test
  void a_method_that_calls_factories_too_often_does_without_these_calls() throws Exception {
    TestDispatch.install();
    byte[] target =
        new GeneratedClass(GeneratedClass.TARGET, "java/lang/Object")
            .method("<init>", "()V", LimitsTest::callSuper)
            .classFile();
    byte[] plain =
        GeneratedClass.caller()
            .method("m", "()Ljava/lang/Object;", method -> call(method, 300))
            .method("few", "()Ljava/lang/Object;", method -> call(method, 3))
            .classFile();

    WeaveResult result = weaver.weave(plain, null, SiteIds.SAME, true);

    assertThat(result.woven())
        .filteredOn(site -> site.method().equals("m"))
        .extracting(WovenSite::kind)
        .containsExactly(Kind.NEW);
    assertThat(result.woven()).filteredOn(site -> site.method().equals("few")).hasSize(4);
    assertThat(result.skipped())
        .hasSize(300)
        .allMatch(site -> site.site().kind() == Kind.FACTORY)
        .allMatch(site -> site.reason() == Reason.METHOD_TOO_LARGE);
    byte[] library =
        new GeneratedClass("lib/F", "java/lang/Object")
            .method("make", "()L" + GeneratedClass.TARGET + ";", LimitsTest::makeNothing)
            .classFile();
    Object made =
        call(Map.of(GeneratedClass.TARGET, target, "lib/F", library, "made/C", result.classFile()));
    assertThat(made.getClass().getName()).isEqualTo("made.T");
  }

  private static void call(MethodVisitor method, int times) {
    for (int i = 0; i < times; i++) {
      method.visitMethodInsn(
          Opcodes.INVOKESTATIC, "lib/F", "make", "()L" + GeneratedClass.TARGET + ";", false);
      method.visitInsn(Opcodes.POP);
    }
    method.visitTypeInsn(Opcodes.NEW, GeneratedClass.TARGET);
    method.visitInsn(Opcodes.DUP);
    GeneratedClass.construct(method, "()V");
    method.visitInsn(Opcodes.ARETURN);
  }

  private static void makeNothing(MethodVisitor method) {
    method.visitInsn(Opcodes.ACONST_NULL);
    method.visitInsn(Opcodes.ARETURN);
  }

  @Test
  void a_method_that_was_never_compiled_is_woven() {
    byte[] plain =
        GeneratedClass.caller().method("m", "()V", GeneratedClass.statements(1100)).classFile();

    assertThat(weaver.weave(plain).woven()).hasSize(1100);
  }

  @Test
  void a_method_that_would_pass_64_kilobytes_is_left_alone() {
    byte[] plain =
        GeneratedClass.caller()
            .method("huge", "()V", GeneratedClass.statements(8000))
            .method("small", "()V", GeneratedClass.statements(1))
            .classFile();

    WeaveResult result = weaver.weave(plain);

    assertThat(result.woven()).hasSize(1);
    assertThat(result.skipped())
        .hasSize(8000)
        .allMatch(site -> site.reason() == Reason.METHOD_TOO_LARGE);
  }

  @Test
  void a_class_without_room_for_another_constant_is_left_alone() {
    byte[] plain =
        GeneratedClass.caller()
            .method("m", "()V", GeneratedClass.statements(2))
            .constants(65_515)
            .classFile();

    WeaveResult result = weaver.weave(plain);

    assertThat(result.classFile()).isNull();
    assertThat(result.woven()).isEmpty();
    assertThat(result.problem()).isNotNull();
    assertThat(result.skipped())
        .extracting(NotWovenSite::reason)
        .containsExactly(Reason.WEAVING_FAILED, Reason.WEAVING_FAILED);
  }

  @ParameterizedTest
  @CsvSource({"254,I,3", "127,J,22", "127,D,24"})
  void more_arguments_than_a_call_site_takes_are_left_alone(int count, String type, int load) {
    String descriptor = "(" + type.repeat(count) + ")V";

    WeaveResult result = weaver.weave(passing(descriptor, count, load));

    assertThat(result.classFile()).isNull();
    assertThat(result.skipped())
        .extracting(NotWovenSite::reason)
        .containsExactly(Reason.TOO_MANY_ARGUMENTS);
  }

  @Test
  void as_many_arguments_as_a_call_site_takes_are_passed_on() throws Exception {
    TestDispatch.install();
    String descriptor = "(" + "I".repeat(MOST) + ")V";
    byte[] target =
        new GeneratedClass(GeneratedClass.TARGET, "java/lang/Object")
            .method("<init>", descriptor, LimitsTest::callSuper)
            .classFile();
    byte[] woven = weaver.weave(passing(descriptor, MOST, 3)).classFile();

    Object made = call(Map.of(GeneratedClass.TARGET, target, "made/C", woven));

    assertThat(made.getClass().getName()).isEqualTo("made.T");
  }

  @Test
  void three_references_on_the_stack_are_no_known_form() {
    byte[] plain =
        GeneratedClass.caller()
            .method(
                "m",
                "()V",
                method -> {
                  method.visitTypeInsn(Opcodes.NEW, GeneratedClass.TARGET);
                  method.visitInsn(Opcodes.DUP);
                  method.visitInsn(Opcodes.DUP);
                  GeneratedClass.construct(method, "()V");
                  method.visitInsn(Opcodes.POP2);
                  method.visitInsn(Opcodes.RETURN);
                })
            .classFile();

    WeaveResult result = weaver.weave(plain);

    assertThat(result.classFile()).isNull();
    assertThat(result.skipped())
        .extracting(NotWovenSite::reason)
        .containsExactly(Reason.UNKNOWN_FORM);
  }

  @Test
  void a_reference_that_is_kept_in_a_local_variable_is_replaced_there() throws Exception {
    TestDispatch.install();
    byte[] target =
        new GeneratedClass(GeneratedClass.TARGET, "java/lang/Object")
            .method("<init>", "()V", LimitsTest::callSuper)
            .classFile();
    byte[] plain =
        GeneratedClass.caller()
            .method(
                "m",
                "()Ljava/lang/Object;",
                method -> {
                  method.visitTypeInsn(Opcodes.NEW, GeneratedClass.TARGET);
                  method.visitVarInsn(Opcodes.ASTORE, 0);
                  method.visitVarInsn(Opcodes.ALOAD, 0);
                  GeneratedClass.construct(method, "()V");
                  method.visitVarInsn(Opcodes.ALOAD, 0);
                  method.visitInsn(Opcodes.ARETURN);
                })
            .classFile();

    WeaveResult result = weaver.weave(plain);

    assertThat(result.woven()).hasSize(1);
    Object made = call(Map.of(GeneratedClass.TARGET, target, "made/C", result.classFile()));
    assertThat(made.getClass().getName()).isEqualTo("made.T");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "java/util/C",
        "sun/reflect/GeneratedConstructorAccessor1",
        "jdk/internal/reflect/GeneratedConstructorAccessor1",
        "dev/ssot/bootstrap/C",
        "dev/ssot/engine/weave/C",
        "dev/ssot/cli/C"
      })
  void the_jdk_and_the_agent_are_never_woven(String name) {
    byte[] plain =
        new GeneratedClass(name, "java/lang/Object")
            .method("m", "()V", GeneratedClass.statements(1))
            .classFile();

    WeaveResult result = weaver.weave(plain);

    assertThat(result.classFile()).isNull();
    assertThat(result.skipped()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"sun/reflect/MagicAccessorImpl", "jdk/internal/reflect/MagicAccessorImpl"})
  void accessors_of_the_jdk_are_never_woven(String superName) {
    byte[] plain =
        new GeneratedClass("any/Accessor", superName)
            .method("m", "()V", GeneratedClass.statements(1))
            .classFile();

    assertThat(weaver.weave(plain).classFile()).isNull();
  }

  @Test
  void a_class_file_of_the_future_is_left_alone() {
    byte[] future =
        GeneratedClass.caller().method("m", "()V", GeneratedClass.statements(1)).classFile();
    future[7] = 120;

    WeaveResult result = weaver.weave(future);

    assertThat(result.classFile()).isNull();
    assertThat(result.problem()).isNotNull();
  }

  /**
   * What the JVM refuses, it is to refuse in its own words: nobody cares what weaving makes of it.
   */
  @Test
  void a_damaged_class_file_that_links_still_links_when_it_is_woven() {
    byte[] whole =
        GeneratedClass.caller().method("m", "()V", GeneratedClass.statements(5)).classFile();
    var random = new Random(47);
    int linked = 0;
    int unreadable = 0;
    for (int i = 0; i < 5_000; i++) {
      byte[] damaged = whole.clone();
      damaged[8 + random.nextInt(damaged.length - 8)] = (byte) random.nextInt();
      WeaveResult result = weaver.weave(damaged);
      unreadable += result.problem() == null ? 0 : 1;
      if (result.classFile() != null && links(damaged)) {
        linked++;
        assertThat(links(result.classFile())).as("byte by byte: %s", (Object) damaged).isTrue();
      }
    }

    assertThat(linked).isGreaterThan(100);
    assertThat(unreadable).isGreaterThan(100);
  }

  @Test
  void a_truncated_class_file_is_left_alone() {
    byte[] whole =
        GeneratedClass.caller().method("m", "()V", GeneratedClass.statements(5)).classFile();
    for (int length = 0; length < whole.length; length++) {
      assertThat(weaver.weave(Arrays.copyOf(whole, length)).classFile()).as("%s", length).isNull();
    }
  }

  private static boolean links(byte[] classFile) {
    byte[] target =
        new GeneratedClass(GeneratedClass.TARGET, "java/lang/Object")
            .method("<init>", "()V", LimitsTest::callSuper)
            .classFile();
    Map<String, byte[]> classFiles = Map.of(GeneratedClass.TARGET, target, "made/C", classFile);
    try {
      Class.forName(
          "made.C", true, new DefiningLoader(LimitsTest.class.getClassLoader(), classFiles));
      return true;
    } catch (ClassNotFoundException | LinkageError refused) {
      return false;
    }
  }

  private static byte[] passing(String descriptor, int arguments, int load) {
    return GeneratedClass.caller()
        .method(
            "m",
            "()Ljava/lang/Object;",
            method -> {
              method.visitTypeInsn(Opcodes.NEW, GeneratedClass.TARGET);
              method.visitInsn(Opcodes.DUP);
              for (int i = 0; i < arguments; i++) {
                method.visitInsn(zero(load));
              }
              GeneratedClass.construct(method, descriptor);
              method.visitInsn(Opcodes.ARETURN);
            })
        .classFile();
  }

  private static int zero(int load) {
    return load == Opcodes.LLOAD
        ? Opcodes.LCONST_0
        : load == Opcodes.DLOAD ? Opcodes.DCONST_0 : Opcodes.ICONST_0;
  }

  private static void callSuper(MethodVisitor constructor) {
    constructor.visitVarInsn(Opcodes.ALOAD, 0);
    constructor.visitMethodInsn(Opcodes.INVOKESPECIAL, "java/lang/Object", "<init>", "()V", false);
    constructor.visitInsn(Opcodes.RETURN);
  }

  private static Object call(Map<String, byte[]> classFiles) throws Exception {
    var loader = new DefiningLoader(LimitsTest.class.getClassLoader(), classFiles);
    return loader.loadClass("made.C").getMethod("m").invoke(null);
  }
}
