package dev.ssot.engine.weave.jdk;

import java.util.Arrays;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/**
 * In {@code Constructor.newInstance}, where the accessor is read: the caller has been let in, and
 * an enum has been refused, so that whoever got an exception before still gets it.
 *
 * <p>Not this constructor is passed on but the one that it is a copy of. All that {@code Class}
 * hands out are copies; those of {@code ReflectionFactory.newConstructorForSerialization} are none,
 * name a class that need not be the one that they make, and are to be left alone.
 */
final class ReflectionHook extends JdkHook {
  private static final String CONSTRUCTOR = "java/lang/reflect/Constructor";

  /** Of the frame that comes right before; null if something else does. */
  private Object[] locals;

  /** Nothing but {@code this} was pushed since that frame. */
  private boolean loadedThis;

  ReflectionHook(MethodVisitor next, Runnable done) {
    super(next, done);
  }

  @Override
  public void visitFrame(int type, int localCount, Object[] local, int stackCount, Object[] stack) {
    locals = stackCount == 0 ? Arrays.copyOf(local, localCount) : null;
    loadedThis = false;
    super.visitFrame(type, localCount, local, stackCount, stack);
  }

  @Override
  public void visitVarInsn(int opcode, int variable) {
    if (opcode == Opcodes.ALOAD && variable == 0 && !loadedThis) {
      loadedThis = true;
    } else {
      locals = null;
    }
    super.visitVarInsn(opcode, variable);
  }

  @Override
  public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
    boolean accessor = opcode == Opcodes.GETFIELD && name.equals("constructorAccessor");
    if (accessor && loadedThis && locals != null) {
      askFirst();
    }
    locals = null;
    super.visitFieldInsn(opcode, owner, name, descriptor);
  }

  /** The constructor itself is on the stack, and nothing else. */
  private void askFirst() {
    mv.visitFieldInsn(Opcodes.GETFIELD, CONSTRUCTOR, "root", "L" + CONSTRUCTOR + ";");
    mv.visitVarInsn(Opcodes.ALOAD, 1);
    dispatch("reflected", "(L" + CONSTRUCTOR + ";[L" + OBJECT + ";)L" + OBJECT + ";");
    returnUnlessNull(locals);
    mv.visitVarInsn(Opcodes.ALOAD, 0);
  }

  @Override
  public void visitInsn(int opcode) {
    locals = null;
    super.visitInsn(opcode);
  }

  @Override
  public void visitIntInsn(int opcode, int operand) {
    locals = null;
    super.visitIntInsn(opcode, operand);
  }

  @Override
  public void visitTypeInsn(int opcode, String type) {
    locals = null;
    super.visitTypeInsn(opcode, type);
  }

  @Override
  public void visitLdcInsn(Object value) {
    locals = null;
    super.visitLdcInsn(value);
  }

  @Override
  public void visitMethodInsn(
      int opcode, String owner, String name, String descriptor, boolean isInterface) {
    locals = null;
    super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
  }
}
