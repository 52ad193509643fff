package dev.ssot.engine.weave;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Consumer;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.junit.jupiter.api.Test;

/** The line that a call site is reported with. */
final class LineTest {
  private final ClassWeaver weaver = new ClassWeaver(GeneratedClass.TARGET::equals);

  /** As AspectJ's weaver leaves it behind, with its advice in front of the {@code NEW}. */
  @Test
  void without_arguments_the_call_may_have_the_line() {
    byte[] plain =
        caller(
            method -> {
              line(method, 5);
              method.visitInsn(Opcodes.NOP);
              method.visitTypeInsn(Opcodes.NEW, GeneratedClass.TARGET);
              method.visitInsn(Opcodes.DUP);
              line(method, 6);
              GeneratedClass.construct(method, "()V");
            });

    assertThat(weaver.weave(plain).woven()).singleElement().returns(6, site -> site.line());
  }

  @Test
  void with_arguments_it_is_that_of_the_new() {
    byte[] plain =
        caller(
            method -> {
              line(method, 5);
              method.visitTypeInsn(Opcodes.NEW, GeneratedClass.TARGET);
              method.visitInsn(Opcodes.DUP);
              line(method, 6);
              method.visitInsn(Opcodes.ICONST_0);
              GeneratedClass.construct(method, "(I)V");
            });

    assertThat(weaver.weave(plain).woven()).singleElement().returns(5, site -> site.line());
  }

  private static byte[] caller(Consumer<MethodVisitor> construction) {
    Consumer<MethodVisitor> end =
        method -> {
          method.visitInsn(Opcodes.POP);
          method.visitInsn(Opcodes.RETURN);
        };
    return GeneratedClass.caller().method("m", "()V", construction.andThen(end)).classFile();
  }

  private static void line(MethodVisitor method, int number) {
    Label here = new Label();
    method.visitLabel(here);
    method.visitLineNumber(number, here);
  }
}
