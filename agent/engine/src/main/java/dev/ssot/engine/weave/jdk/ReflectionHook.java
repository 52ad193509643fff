package dev.ssot.engine.weave.jdk;

import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/**
 * In {@code Constructor.newInstance}, where the accessor is read: access was checked and an enum
 * refused by then, so that a caller that got an exception before still gets it.
 *
 * <p>The hook passes on the constructor of which this one is a copy. All constructors that {@code
 * Class} returns are copies. Those of {@code ReflectionFactory.newConstructorForSerialization} are
 * not: they may name another class than they create, and are left alone.
 *
 * <p>The place is recognised by its instructions, because the JVM does not verify its own classes
 * and may have no stack-map frames of them.
 */
final class ReflectionHook extends JdkHook {
  private static final String CONSTRUCTOR = "java/lang/reflect/Constructor";

  private final Object[] parameters;

  /** Whether the stack is empty, as the last instruction was a call of a void method or threw. */
  private boolean betweenStatements;

  /** Whether only {@code this} was pushed since. */
  private boolean loadedThis;

  ReflectionHook(String descriptor, MethodVisitor next, Runnable done) {
    super(next, done);
    Type[] types = Type.getArgumentTypes(descriptor);
    parameters = new Object[types.length + 1];
    parameters[0] = CONSTRUCTOR;
    for (int i = 0; i < types.length; i++) {
      boolean object = types[i].getSort() >= Type.ARRAY;
      parameters[i + 1] = object ? types[i].getInternalName() : Opcodes.INTEGER;
    }
  }

  @Override
  public void visitVarInsn(int opcode, int variable) {
    super.visitVarInsn(opcode, variable);
    loadedThis = betweenStatements && opcode == Opcodes.ALOAD && variable == 0;
    betweenStatements = false;
  }

  @Override
  public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
    if (loadedThis && opcode == Opcodes.GETFIELD && name.equals("constructorAccessor")) {
      askFirst();
    }
    super.visitFieldInsn(opcode, owner, name, descriptor);
    within();
  }

  /** Asks the dispatch first. Only the constructor is on the stack here. */
  private void askFirst() {
    mv.visitFieldInsn(Opcodes.GETFIELD, CONSTRUCTOR, "root", "L" + CONSTRUCTOR + ";");
    mv.visitVarInsn(Opcodes.ALOAD, 1);
    dispatch("reflected", "(L" + CONSTRUCTOR + ";[L" + OBJECT + ";)L" + OBJECT + ";");
    returnUnlessNull(parameters);
    mv.visitVarInsn(Opcodes.ALOAD, 0);
  }

  @Override
  public void visitMethodInsn(
      int opcode, String owner, String name, String descriptor, boolean isInterface) {
    super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
    within();
    betweenStatements = descriptor.endsWith(")V") && opcode != Opcodes.INVOKESPECIAL;
  }

  @Override
  public void visitInsn(int opcode) {
    super.visitInsn(opcode);
    within();
    betweenStatements = opcode == Opcodes.ATHROW;
  }

  @Override
  public void visitIntInsn(int opcode, int operand) {
    super.visitIntInsn(opcode, operand);
    within();
  }

  @Override
  public void visitTypeInsn(int opcode, String type) {
    super.visitTypeInsn(opcode, type);
    within();
  }

  @Override
  public void visitLdcInsn(Object value) {
    super.visitLdcInsn(value);
    within();
  }

  private void within() {
    betweenStatements = false;
    loadedThis = false;
  }
}
