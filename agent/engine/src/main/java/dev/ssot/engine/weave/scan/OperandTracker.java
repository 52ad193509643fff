package dev.ssot.engine.weave.scan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.bytebuddy.jar.asm.ConstantDynamic;
import net.bytebuddy.jar.asm.Handle;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/**
 * Follows uninitialised references through a method as the verifier does, in one pass, with the
 * help of expanded stack-map frames. After a jump without a frame behind it, nothing is known.
 *
 * <p>A reference is numbered by its {@code NEW}, so the form that a compiler chose does not matter:
 * even if copies are moved or stored in local variables, all are known at the call.
 */
abstract class OperandTracker extends MethodVisitor {
  private final Map<Label, Integer> numbers = new HashMap<>();
  private final List<Label> here = new ArrayList<>();
  private OperandState state = new OperandState();
  private int lastNumber;

  OperandTracker(boolean constructor) {
    super(Opcodes.ASM9);
    if (constructor) {
      state.setLocal(0, OperandState.THIS);
    }
  }

  /** Takes note that a {@code NEW} yields the reference of this number. */
  abstract void created(int number, String type);

  /**
   * Takes note that a constructor is about to be called.
   *
   * @param word the reference it is called on
   * @param under the stack below that reference, and the local variables
   */
  abstract void constructorCalled(int word, String owner, String descriptor, OperandState under);

  @Override
  public void visitLabel(Label label) {
    here.add(label);
  }

  @Override
  public void visitFrame(int type, int localCount, Object[] locals, int depth, Object[] stack) {
    state = new OperandState();
    int index = 0;
    for (int i = 0; i < localCount; i++) {
      state.setLocal(index, wordOf(locals[i]));
      index += wordsOf(locals[i]);
    }
    for (int i = 0; i < depth; i++) {
      state.change(wordsOf(stack[i]) - 1);
      state.push(wordOf(stack[i]));
    }
  }

  @Override
  public void visitInsn(int opcode) {
    if (opcode >= Opcodes.POP && opcode <= Opcodes.SWAP) {
      state.shuffle(opcode);
      next(opcode);
    } else {
      step(opcode);
    }
  }

  @Override
  public void visitIntInsn(int opcode, int operand) {
    step(opcode);
  }

  @Override
  public void visitVarInsn(int opcode, int index) {
    if (opcode == Opcodes.ALOAD) {
      state.push(state.local(index));
      next(opcode);
    } else if (opcode == Opcodes.ASTORE) {
      state.setLocal(index, state.pop());
      next(opcode);
    } else {
      overwrite(opcode, index);
      step(opcode);
    }
  }

  @Override
  public void visitTypeInsn(int opcode, String type) {
    if (opcode == Opcodes.NEW) {
      int number = numberHere();
      // In a loop, copies that an earlier round has left are not this reference (JVMS 4.10.2.4).
      state.initialised(number);
      state.push(number);
      created(number, type);
      next(opcode);
    } else {
      step(opcode);
    }
  }

  @Override
  public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
    int words = Type.getType(descriptor).getSize();
    boolean reads = opcode == Opcodes.GETSTATIC || opcode == Opcodes.GETFIELD;
    boolean ofObject = opcode == Opcodes.GETFIELD || opcode == Opcodes.PUTFIELD;
    state.change(ofObject ? -1 : 0);
    state.change(reads ? words : -words);
    next(opcode);
  }

  @Override
  public void visitMethodInsn(
      int opcode, String owner, String name, String descriptor, boolean isInterface) {
    int sizes = Type.getArgumentsAndReturnSizes(descriptor);
    state.change(1 - (sizes >> 2));
    if (opcode == Opcodes.INVOKESPECIAL && name.equals("<init>")) {
      int word = state.pop();
      constructorCalled(word, owner, descriptor, state);
      if (word != OperandState.OTHER) {
        state.initialised(word);
      }
    } else {
      state.change(opcode == Opcodes.INVOKESTATIC ? 0 : -1);
    }
    state.change(sizes & 3);
    next(opcode);
  }

  @Override
  public void visitInvokeDynamicInsn(
      String name, String descriptor, Handle bootstrap, Object... arguments) {
    int sizes = Type.getArgumentsAndReturnSizes(descriptor);
    state.change(1 - (sizes >> 2));
    state.change(sizes & 3);
    next(Opcodes.INVOKEDYNAMIC);
  }

  @Override
  public void visitJumpInsn(int opcode, Label label) {
    step(opcode);
  }

  @Override
  public void visitLdcInsn(Object value) {
    boolean wide = value instanceof Long || value instanceof Double;
    if (value instanceof ConstantDynamic) {
      wide = ((ConstantDynamic) value).getSize() == 2;
    }
    state.change(wide ? 2 : 1);
    next(Opcodes.LDC);
  }

  @Override
  public void visitIincInsn(int index, int increment) {
    next(Opcodes.IINC);
  }

  @Override
  public void visitTableSwitchInsn(int min, int max, Label fallback, Label... labels) {
    step(Opcodes.TABLESWITCH);
  }

  @Override
  public void visitLookupSwitchInsn(Label fallback, int[] keys, Label[] labels) {
    step(Opcodes.LOOKUPSWITCH);
  }

  @Override
  public void visitMultiANewArrayInsn(String descriptor, int dimensions) {
    state.change(1 - dimensions);
    next(Opcodes.MULTIANEWARRAY);
  }

  private void step(int opcode) {
    state.change(StackEffects.delta(opcode));
    next(opcode);
  }

  /** Takes note that an instruction was followed. */
  void followed() {}

  private void next(int opcode) {
    followed();
    here.clear();
    if (StackEffects.ends(opcode)) {
      state = new OperandState();
    }
  }

  private void overwrite(int opcode, int index) {
    if (opcode >= Opcodes.ISTORE && opcode <= Opcodes.DSTORE) {
      state.setLocal(index, OperandState.OTHER);
      if (opcode == Opcodes.LSTORE || opcode == Opcodes.DSTORE) {
        state.setLocal(index + 1, OperandState.OTHER);
      }
    }
  }

  /** Returns the number of the {@code NEW} at this place. A frame may have named it before. */
  private int numberHere() {
    for (Label label : here) {
      Integer number = numbers.get(label);
      if (number != null) {
        return number;
      }
    }
    int number = ++lastNumber;
    for (Label label : here) {
      numbers.put(label, number);
    }
    return number;
  }

  private int wordOf(Object type) {
    if (type instanceof Label) {
      Integer known = numbers.get(type);
      int number = known == null ? ++lastNumber : known;
      numbers.put((Label) type, number);
      return number;
    }
    return Opcodes.UNINITIALIZED_THIS.equals(type) ? OperandState.THIS : OperandState.OTHER;
  }

  private static int wordsOf(Object type) {
    return Opcodes.LONG.equals(type) || Opcodes.DOUBLE.equals(type) ? 2 : 1;
  }
}
