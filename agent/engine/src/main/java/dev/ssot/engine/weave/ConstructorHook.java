package dev.ssot.engine.weave;

import java.util.Arrays;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/**
 * Makes a constructor that calls {@code super(…)} report the object when it returns: what no woven
 * call site accounts for is then seen by the dispatch.
 *
 * <p>Without a branch, so that no frame is added; a constructor that throws reports nothing. Needs
 * expanded frames, because each of them gets the local variable that holds the mark.
 */
final class ConstructorHook extends MethodVisitor {
  private final String target;
  private final int accounted;

  /**
   * @param target binary name of the class
   * @param free the first local variable that the constructor does not use
   */
  ConstructorHook(MethodVisitor next, String target, int free) {
    super(Opcodes.ASM9, next);
    this.target = target;
    this.accounted = free;
  }

  @Override
  public void visitCode() {
    super.visitCode();
    Dispatch.entered(mv);
    super.visitVarInsn(Opcodes.ISTORE, accounted);
  }

  @Override
  public void visitFrame(int type, int localCount, Object[] locals, int depth, Object[] stack) {
    int slots = 0;
    for (int i = 0; i < localCount; i++) {
      slots += Opcodes.LONG.equals(locals[i]) || Opcodes.DOUBLE.equals(locals[i]) ? 2 : 1;
    }
    int count = localCount + accounted - slots + 1;
    Object[] extended = Arrays.copyOf(locals, count);
    Arrays.fill(extended, localCount, count - 1, Opcodes.TOP);
    extended[count - 1] = Opcodes.INTEGER;
    super.visitFrame(type, count, extended, depth, stack);
  }

  @Override
  public void visitInsn(int opcode) {
    if (opcode == Opcodes.RETURN) {
      super.visitVarInsn(Opcodes.ALOAD, 0);
      super.visitVarInsn(Opcodes.ILOAD, accounted);
      super.visitLdcInsn(target);
      Dispatch.completed(mv);
    }
    super.visitInsn(opcode);
  }

  @Override
  public void visitMaxs(int maxStack, int maxLocals) {
    super.visitMaxs(maxStack + 3, maxLocals + 1);
  }
}
