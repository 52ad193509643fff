package dev.ssot.engine.weave.jdk;

import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/**
 * In {@code Constructor.newInstance}, where the accessor is read: the caller has been let in, and
 * an enum has been refused, so that whoever got an exception before still gets it.
 *
 * <p>Not this constructor is passed on but the one that it is a copy of. All that {@code Class}
 * hands out are copies; those of {@code ReflectionFactory.newConstructorForSerialization} are none,
 * name a class that need not be the one that they make, and are to be left alone.
 *
 * <p>The place is known by its instructions: a JVM that does not verify its own classes has no
 * stack-map frames of them to show.
 */
final class ReflectionHook extends JdkHook {
  private static final String CONSTRUCTOR = "java/lang/reflect/Constructor";

  private final Object[] parameters;

  /** The stack is empty: the last instruction was a call of a void method, or threw. */
  private boolean betweenStatements;

  /** Nothing but {@code this} was pushed since. */
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

  /** The constructor itself is on the stack, and nothing else. */
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
