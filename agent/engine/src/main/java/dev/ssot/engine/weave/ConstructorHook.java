package dev.ssot.engine.weave;

import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/**
 * Makes a constructor that calls {@code super(…)} report the object when it returns, so that the
 * dispatch sees constructions that no woven call site accounts for. A constructor that throws
 * reports nothing.
 */
final class ConstructorHook extends HookedConstructor {
  /**
   * @param target binary name of the class
   * @param free the first local variable that the constructor does not use
   */
  ConstructorHook(MethodVisitor next, String target, int free) {
    super(next, target, free);
  }

  @Override
  public void visitInsn(int opcode) {
    if (opcode == Opcodes.RETURN) {
      report();
    }
    super.visitInsn(opcode);
  }
}
