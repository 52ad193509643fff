package dev.ssot.engine.weave;

import dev.ssot.engine.weave.scan.ClassScan;
import dev.ssot.engine.weave.scan.MethodPlan;
import java.util.Arrays;
import net.bytebuddy.jar.asm.Handle;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/**
 * Makes a constructor of a target tell how it ends. It takes the mark of its call site as its first
 * instruction and keeps it in a local variable of its own. When it returns it reports the object,
 * and where it throws, {@link FailureHandlers} report that.
 *
 * <p>Only the outermost constructor knows that the object is complete: the code behind {@code
 * this(…)} may still throw. So a constructor that calls {@code this(…)} marks the thread right
 * before that call, and the constructor called takes itself for accounted for.
 *
 * <p>It comes before the rewriting of call sites, because it numbers the instructions as the plan
 * does. It needs expanded frames, because each of them gets the local variable.
 */
final class ConstructorHook extends MethodVisitor {
  private final MethodPlan plan;
  private final String target;
  private final int accounted;
  private final boolean passing;

  /** Whether what follows notices how much room the operand stack needs. */
  private final boolean followed;

  private final FailureHandlers failures;
  private int instruction;

  /**
   * @param partly whether constructors of the class are without a hook. Then nobody might take a
   *     new mark, so that a constructor that calls {@code this(…)} passes its own on and reports
   *     nothing
   */
  ConstructorHook(MethodVisitor next, ClassScan scan, MethodPlan plan, boolean partly) {
    super(Opcodes.ASM9, next);
    this.plan = plan;
    this.target = scan.binaryName();
    this.accounted = plan.maxLocals();
    this.passing = partly && plan.hook() == MethodPlan.Hook.DELEGATION;
    this.followed = scan.hasAllFrames();
    this.failures = new FailureHandlers(next, scan, accounted);
  }

  @Override
  public void visitCode() {
    super.visitCode();
    Dispatch.entered(mv);
    mv.visitVarInsn(Opcodes.ISTORE, accounted);
    failures.begin();
  }

  @Override
  public void visitFrame(int type, int localCount, Object[] locals, int depth, Object[] stack) {
    boolean changed = failures.frame(Arrays.asList(locals).subList(0, localCount));
    int slots = 0;
    for (int i = 0; i < localCount; i++) {
      slots += TypeState.isWide(locals[i]) ? 2 : 1;
    }
    int count = localCount + accounted - slots + 1;
    Object[] extended = Arrays.copyOf(locals, count);
    Arrays.fill(extended, localCount, count - 1, Opcodes.TOP);
    extended[count - 1] = Opcodes.INTEGER;
    super.visitFrame(type, count, extended, depth, stack);
    if (changed) {
      super.visitInsn(Opcodes.NOP); // what a handler covers must not be empty
    }
  }

  @Override
  public void visitMethodInsn(
      int opcode, String owner, String name, String descriptor, boolean isInterface) {
    boolean constructs = opcode == Opcodes.INVOKESPECIAL && name.equals("<init>");
    boolean delegates = constructs && plan.delegatesAt(instruction++);
    if (delegates) {
      failures.delegating();
    }
    if (delegates && plan.hook() == MethodPlan.Hook.DELEGATION) {
      mark();
    }
    super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
    if (delegates) {
      failures.initialised();
    }
  }

  private void mark() {
    mv.visitVarInsn(Opcodes.ILOAD, accounted);
    if (passing) {
      Dispatch.markIf(mv);
    } else {
      Dispatch.markInner(mv);
    }
  }

  @Override
  public void visitInvokeDynamicInsn(
      String name, String descriptor, Handle bootstrap, Object... arguments) {
    instruction++;
    super.visitInvokeDynamicInsn(name, descriptor, bootstrap, arguments);
  }

  @Override
  public void visitInsn(int opcode) {
    if (opcode == Opcodes.RETURN && !passing) {
      mv.visitVarInsn(Opcodes.ALOAD, 0);
      mv.visitVarInsn(Opcodes.ILOAD, accounted);
      mv.visitLdcInsn(target);
      Dispatch.completed(mv);
    }
    super.visitInsn(opcode);
  }

  @Override
  public void visitMaxs(int maxStack, int maxLocals) {
    if (!passing) {
      failures.end();
    }
    super.visitMaxs(followed ? maxStack : maxStack + 3, maxLocals + 1);
  }
}
