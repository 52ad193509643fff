package dev.ssot.engine.weave.scan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.bytebuddy.jar.asm.ConstantDynamic;
import net.bytebuddy.jar.asm.Handle;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/** Keeps the instructions of a method, so that they can be followed along its branches. */
class CodeRecorder extends MethodVisitor {
  /** Beyond this number of instructions, most methods are too long to be woven anyway. */
  private static final int MOST_STEPS = 4_000;

  /** The limit for each of the states that are kept for the branches. */
  private static final int MOST_LOCALS = 250;

  private final List<Step> steps = new ArrayList<>();
  private final Map<Label, Integer> labels = new HashMap<>();
  private final Set<Label> entries = new HashSet<>();
  private final List<Covered> covered = new ArrayList<>();
  private boolean tooLong;

  CodeRecorder() {
    super(Opcodes.ASM9);
  }

  /** Tells whether the method is so long that its instructions were not kept. */
  boolean isTooLong() {
    return tooLong;
  }

  int size() {
    return steps.size();
  }

  Step step(int index) {
    return steps.get(index);
  }

  /** Returns the number of the instruction behind the label. */
  int indexOf(Label label) {
    return labels.get(label);
  }

  /** Returns the instructions that others jump to, handlers of exceptions included. */
  boolean[] entries() {
    boolean[] entered = new boolean[steps.size() + 1];
    for (Label label : entries) {
      entered[indexOf(label)] = true;
    }
    return entered;
  }

  /** Returns the handlers of what the instruction throws. */
  List<Label> handlersOf(int index) {
    List<Label> handlers = new ArrayList<>();
    for (Covered each : covered) {
      if (indexOf(each.start) <= index && index < indexOf(each.end)) {
        handlers.add(each.handler);
      }
    }
    return handlers;
  }

  @Override
  public void visitLabel(Label label) {
    labels.put(label, steps.size());
  }

  @Override
  public void visitTryCatchBlock(Label start, Label end, Label handler, String type) {
    covered.add(new Covered(start, end, handler));
    entries.add(handler);
  }

  @Override
  public void visitInsn(int opcode) {
    record(Step.of(opcode, 0));
  }

  @Override
  public void visitIntInsn(int opcode, int operand) {
    record(Step.of(opcode, 0));
  }

  @Override
  public void visitVarInsn(int opcode, int index) {
    record(Step.of(opcode, index));
  }

  @Override
  public void visitTypeInsn(int opcode, String type) {
    record(Step.type(opcode, type));
  }

  @Override
  public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
    record(Step.member(opcode, owner, name, descriptor));
  }

  @Override
  public void visitMethodInsn(
      int opcode, String owner, String name, String descriptor, boolean isInterface) {
    record(Step.member(opcode, owner, name, descriptor));
  }

  @Override
  public void visitInvokeDynamicInsn(
      String name, String descriptor, Handle bootstrap, Object... arguments) {
    record(Step.dynamic(Opcodes.INVOKEDYNAMIC, bootstrap, name, descriptor, arguments));
  }

  @Override
  public void visitJumpInsn(int opcode, Label label) {
    jump(opcode, label);
  }

  @Override
  public void visitLdcInsn(Object value) {
    boolean wide = value instanceof Long || value instanceof Double;
    if (value instanceof ConstantDynamic) {
      wide = ((ConstantDynamic) value).getSize() == 2;
    }
    record(Step.of(Opcodes.LDC, wide ? 2 : 1));
  }

  @Override
  public void visitIincInsn(int index, int increment) {
    record(Step.of(Opcodes.IINC, index));
  }

  @Override
  public void visitTableSwitchInsn(int min, int max, Label fallback, Label... others) {
    jump(Opcodes.TABLESWITCH, with(fallback, others));
  }

  @Override
  public void visitLookupSwitchInsn(Label fallback, int[] keys, Label[] others) {
    jump(Opcodes.LOOKUPSWITCH, with(fallback, others));
  }

  @Override
  public void visitMultiANewArrayInsn(String descriptor, int dimensions) {
    record(Step.of(Opcodes.MULTIANEWARRAY, dimensions));
  }

  @Override
  public void visitMaxs(int maxStack, int maxLocals) {
    tooLong |= maxLocals > MOST_LOCALS || maxStack > MOST_LOCALS;
  }

  private void record(Step step) {
    if (steps.size() == MOST_STEPS) {
      tooLong = true;
    } else {
      steps.add(step);
    }
  }

  private void jump(int opcode, Label... targets) {
    record(Step.jump(opcode, targets));
    entries.addAll(Arrays.asList(targets));
  }

  private static Label[] with(Label fallback, Label[] others) {
    Label[] all = Arrays.copyOf(others, others.length + 1);
    all[others.length] = fallback;
    return all;
  }

  /** Instructions whose exceptions a handler gets. */
  private static final class Covered {
    final Label start;
    final Label end;
    final Label handler;

    Covered(Label start, Label end, Label handler) {
      this.start = start;
      this.end = end;
      this.handler = handler;
    }
  }
}
