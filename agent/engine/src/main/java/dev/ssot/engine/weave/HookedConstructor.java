package dev.ssot.engine.weave;

import java.util.Arrays;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/**
 * A constructor of a target that takes the mark of its call site as its first instruction and keeps
 * it in a local variable of its own.
 *
 * <p>It adds no branch, and so no frame. It needs expanded frames, because each of them gets the
 * local variable.
 */
abstract class HookedConstructor extends MethodVisitor {
  private final String target;
  private final int accounted;

  /**
   * @param target binary name of the class
   * @param free the first local variable that the constructor does not use
   */
  HookedConstructor(MethodVisitor next, String target, int free) {
    super(Opcodes.ASM9, next);
    this.target = target;
    this.accounted = free;
  }

  @Override
  public final void visitCode() {
    super.visitCode();
    Dispatch.entered(mv);
    mv.visitVarInsn(Opcodes.ISTORE, accounted);
  }

  @Override
  public final void visitFrame(
      int type, int localCount, Object[] locals, int depth, Object[] stack) {
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
  public final void visitMaxs(int maxStack, int maxLocals) {
    super.visitMaxs(maxStack + 3, maxLocals + 1);
  }

  /** Pushes whether a woven call site or an outer constructor accounts for the object. */
  final void loadAccounted() {
    mv.visitVarInsn(Opcodes.ILOAD, accounted);
  }

  /** Reports the object, unless a woven call site or an outer constructor accounts for it. */
  final void report() {
    mv.visitVarInsn(Opcodes.ALOAD, 0);
    loadAccounted();
    mv.visitLdcInsn(target);
    Dispatch.completed(mv);
  }
}
