package dev.ssot.engine.weave;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ssot.engine.canonical.LearnedMembers;
import dev.ssot.engine.place.Reason;
import dev.ssot.engine.weave.site.GuardedMethods;
import dev.ssot.forms.Compilers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which methods are guarded, and that they still do what they did. */
final class GuardHookTest {
  private static final String SOURCE =
      """
      interface Ends {
        default void destroy() {
          Main.did("Ends.destroy");
        }
      }

      abstract class Parent {
        public abstract void shutdown();

        void disconnect() {
          Main.did("Parent.disconnect");
        }
      }

      class T extends Parent implements Ends, AutoCloseable {
        private int turns;

        T() {}

        @Override
        public synchronized void close() {
          while (turns++ < 3) {}
          Main.did("T.close");
        }

        @Override
        public void shutdown() {
          for (; ; ) {
            long wide = turns;
            if (turns++ > 5) {
              Main.did("T.shutdown" + wide);
              return;
            }
          }
        }

        void close(int turns) {
          Main.did("T.close(int)");
        }

        boolean isClosed() {
          return false;
        }

        static void stop() {
          Main.did("T.stop");
        }

        private void end() {
          Main.did("T.end");
        }

        void endIt() {
          end();
        }
      }

      class Main {
        static final StringBuilder DID = new StringBuilder();

        static void did(String what) {
          DID.append(what).append(' ');
        }

        static String run() {
          DID.setLength(0);
          T t = new T();
          t.close();
          t.shutdown();
          t.disconnect();
          t.destroy();
          t.close(1);
          T.stop();
          t.endIt();
          return DID.toString();
        }
      }
      """;

  private static final Set<String> METHODS =
      Set.of("close", "shutdown", "disconnect", "destroy", "stop", "end");

  private static final String ALL =
      "T.close T.shutdown6 Parent.disconnect Ends.destroy T.close(int) T.stop T.end ";

  /** A default method is no class's, and a static one has no instance. */
  private static final String UNGUARDED = "Ends.destroy T.close(int) T.stop ";

  @TempDir private static Path out;
  private final ClassWeaver weaver =
      new ClassWeaver("T"::equals, LearnedMembers.NONE, guarded(Set.of("Parent")));

  @BeforeAll
  static void install() throws Exception {
    TestDispatch.install();
  }

  @BeforeEach
  void forget() {
    Recorded.take();
  }

  @ParameterizedTest
  @ValueSource(strings = {"javac 8", "javac 17", "ecj 8", "ecj 17"})
  void a_guarded_method_runs_or_does_nothing_as_it_is_told(String compiler) throws Exception {
    Map<String, byte[]> woven = woven(compiled(compiler));

    assertThat(run(woven, false)).isEqualTo(ALL);
    assertThat(Recorded.take())
        .filteredOn(event -> event.startsWith("guarded"))
        .containsExactly(
            "guarded T.close", "guarded T.shutdown", "guarded T.disconnect", "guarded T.end");
    assertThat(run(woven, true)).isEqualTo(UNGUARDED);
  }

  @ParameterizedTest
  @ValueSource(ints = {48, 49, 50, 51})
  void old_class_files_are_guarded_as_well(int version) throws Exception {
    Map<String, byte[]> aged = new TreeMap<>(compiled("ecj 8"));
    aged.replaceAll((name, classFile) -> Aging.age(classFile, version));
    Map<String, byte[]> woven = woven(aged);

    assertThat(run(woven, false)).isEqualTo(ALL);
    assertThat(run(woven, true)).isEqualTo(UNGUARDED);
  }

  @Test
  void a_class_that_no_target_inherits_from_is_left_alone() {
    Map<String, byte[]> plain = compiled("javac 17");

    var other = new ClassWeaver("T"::equals, LearnedMembers.NONE, guarded(Set.of()));

    assertThat(other.weave(plain.get("Parent")).classFile()).isNull();
    assertThat(other.weave(plain.get("Ends")).classFile()).isNull();
    assertThat(weaver.weave(plain.get("Parent")).classFile()).isNotNull();
  }

  @Test
  void the_superclass_to_go_on_with_is_told() {
    Map<String, byte[]> plain = compiled("javac 17");

    WeaveResult target = weaver.weave(plain.get("T"));
    assertThat(target.isGuarded()).isTrue();
    assertThat(target.superName()).isEqualTo("Parent");
    WeaveResult parent = weaver.weave(plain.get("Parent"));
    assertThat(parent.isGuarded()).isTrue();
    assertThat(parent.isWithoutGuarded()).isFalse();
    WeaveResult main = weaver.weave(plain.get("Main"));
    assertThat(main.isGuarded()).isFalse();
    assertThat(main.isWithoutGuarded()).isTrue();
  }

  @Test
  void a_method_that_begins_with_a_frame_keeps_it() throws Exception {
    byte[] woven = weaver.weave(generated(GuardHookTest::loop)).classFile();

    assertThat(woven).isNotNull();
    assertThat(new DefiningLoader(null, Map.of("T", woven)).loadClass("T").getMethods())
        .extracting("name")
        .contains("close");
  }

  @Test
  void a_method_that_would_no_longer_be_compiled_is_left_alone_and_listed() {
    WeaveResult result = weaver.weave(generated(GuardHookTest::large));

    assertThat(result.classFile()).isNull();
    assertThat(result.skipped())
        .singleElement()
        .satisfies(
            skipped -> {
              assertThat(skipped.site().method()).isEqualTo("close");
              assertThat(skipped.reason()).isEqualTo(Reason.METHOD_TOO_LARGE);
            });
  }

  private static byte[] generated(Consumer<MethodVisitor> body) {
    var writer = new ClassWriter(0);
    writer.visit(Opcodes.V1_8, Opcodes.ACC_PUBLIC, "T", null, "java/lang/Object", null);
    MethodVisitor close = writer.visitMethod(Opcodes.ACC_PUBLIC, "close", "()V", null, null);
    close.visitCode();
    body.accept(close);
    close.visitEnd();
    return writer.toByteArray();
  }

  /** Its first instruction is what it jumps back to. */
  private static void loop(MethodVisitor close) {
    var start = new Label();
    close.visitLabel(start);
    close.visitFrame(Opcodes.F_FULL, 0, new Object[0], 0, new Object[0]);
    close.visitJumpInsn(Opcodes.GOTO, start);
    close.visitMaxs(0, 1);
  }

  private static void large(MethodVisitor close) {
    for (int i = 0; i < 7_999; i++) {
      close.visitInsn(Opcodes.NOP);
    }
    close.visitInsn(Opcodes.RETURN);
    close.visitMaxs(0, 1);
  }

  private static GuardedMethods guarded(Set<String> superclasses) {
    return new GuardedMethods() {
      @Override
      public boolean isGuarded(String method) {
        return METHODS.contains(method);
      }

      @Override
      public boolean isInheritedFrom(String internalName) {
        return superclasses.contains(internalName);
      }
    };
  }

  private Map<String, byte[]> woven(Map<String, byte[]> plain) {
    Map<String, byte[]> woven = new TreeMap<>(plain);
    woven.replaceAll(
        (name, classFile) -> {
          WeaveResult result = weaver.weave(classFile);
          assertThat(result.problem()).isNull();
          return result.classFile() == null ? classFile : result.classFile();
        });
    return woven;
  }

  private static Map<String, byte[]> compiled(String compiler) {
    String[] words = compiler.split(" ", -1);
    try {
      Path directory = Files.createDirectories(out.resolve(compiler));
      Path file = Files.writeString(directory.resolve("T.java"), SOURCE);
      return words[0].equals("ecj")
          ? Compilers.ecj(directory, List.of(file), "--release", words[1])
          : Compilers.javac(directory, List.of(file), "--release", words[1]);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What was done, when the engine says of every instance that it is shared, or of none. */
  private static String run(Map<String, byte[]> classFiles, boolean shared) throws Exception {
    var loader = new DefiningLoader(GuardHookTest.class.getClassLoader(), classFiles);
    var main = loader.loadClass("Main").getDeclaredMethod("run");
    main.setAccessible(true);
    Recorded.share(shared);
    try {
      return (String) main.invoke(null);
    } finally {
      Recorded.share(false);
    }
  }
}
