package dev.ssot.engine.weave;

import dev.ssot.engine.weave.scan.StackEffects;
import java.util.ArrayList;
import java.util.List;
import net.bytebuddy.jar.asm.Handle;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/**
 * Follows the types of all values through a method as the verifier does, in one pass, with the help
 * of expanded stack-map frames, so that a branch can be added anywhere.
 */
abstract class TypeTracker extends MethodVisitor {
  private final String owner;
  private final boolean tracks;

  /** The labels since the last instruction. */
  private final List<Label> here = new ArrayList<>();

  /** Null where only a jump without a frame could lead to. */
  private TypeState state;

  /** The most words that were on the operand stack, or that {@link #reserve} asked for. */
  private int deepest;

  /**
   * @param owner internal name of the class
   * @param tracks whether the class file has frames wherever its code needs them; if not, the types
   *     are nowhere known
   */
  TypeTracker(
      MethodVisitor next,
      String owner,
      int access,
      String name,
      String descriptor,
      boolean tracks) {
    super(Opcodes.ASM9, next);
    this.owner = owner;
    this.tracks = tracks;
    if (tracks) {
      state = TypeState.atStart(owner, access, name, descriptor);
    }
  }

  /** Adds a frame. */
  final void frame(Object[] locals, Object[] stack) {
    mv.visitFrame(Opcodes.F_NEW, locals.length, locals, stack.length, stack);
  }

  /** Makes room for that many more words on the operand stack than there are here. */
  final void reserve(int words) {
    deepest = Math.max(deepest, state == null ? 0 : state.depth() + words);
  }

  final int deepest() {
    return deepest;
  }

  /** Returns the types of the local variables here, which have to be known. */
  final Object[] locals() {
    return state.localsOfFrame();
  }

  /** Returns the types of the local variables here, with one more behind them. */
  final Object[] localsWith(int index, Object type) {
    TypeState more = state.copy();
    more.setLocal(index, type);
    return more.localsOfFrame();
  }

  /**
   * Returns the types of the local variables in which the object of a constructor call is not.
   *
   * @param descriptor of the constructor, whose arguments are on the stack
   */
  final Object[] localsWithout(String descriptor) {
    return state.localsWithout(state.peek((Type.getArgumentsAndReturnSizes(descriptor) >> 2) - 1));
  }

  /** Returns the types on the operand stack here, which have to be known. */
  final Object[] stack() {
    return state.stackOfFrame();
  }

  /** Returns them with the arguments of a static call as its parameters are declared. */
  final Object[] stackWith(String descriptor) {
    TypeState declared = stateUnder(descriptor);
    for (Type parameter : Type.getArgumentTypes(descriptor)) {
      declared.push(Types.of(parameter));
    }
    return declared.stackOfFrame();
  }

  /** Returns them with one value in place of the arguments of a static call. */
  final Object[] stackWithOne(String descriptor, Object type) {
    TypeState other = stateUnder(descriptor);
    other.push(type);
    return other.stackOfFrame();
  }

  private TypeState stateUnder(String descriptor) {
    TypeState under = state.copy();
    under.pop((Type.getArgumentsAndReturnSizes(descriptor) >> 2) - 1);
    return under;
  }

  @Override
  public void visitLabel(Label label) {
    here.add(label);
    super.visitLabel(label);
  }

  @Override
  public void visitFrame(int type, int localCount, Object[] locals, int depth, Object[] stack) {
    if (tracks) {
      state = new TypeState();
      for (int i = 0; i < localCount; i++) {
        state.addLocal(locals[i]);
      }
      for (int i = 0; i < depth; i++) {
        state.push(stack[i]);
      }
    }
    super.visitFrame(type, localCount, locals, depth, stack);
  }

  @Override
  public void visitInsn(int opcode) {
    super.visitInsn(opcode);
    if (state != null) {
      if (opcode >= Opcodes.POP && opcode <= Opcodes.SWAP) {
        state.shuffle(opcode);
      } else if (opcode == Opcodes.AALOAD) {
        state.pop();
        state.push(Types.elementOf(state.pop()));
      } else {
        state.apply(opcode);
      }
    }
    next(opcode);
  }

  @Override
  public void visitIntInsn(int opcode, int operand) {
    super.visitIntInsn(opcode, operand);
    if (state != null) {
      if (opcode == Opcodes.NEWARRAY) {
        change(1, Types.primitiveArray(operand));
      } else {
        state.apply(opcode);
      }
    }
    next(opcode);
  }

  @Override
  public void visitVarInsn(int opcode, int index) {
    super.visitVarInsn(opcode, index);
    if (state != null) {
      if (opcode == Opcodes.ALOAD) {
        state.push(state.local(index));
      } else if (opcode >= Opcodes.ISTORE && opcode <= Opcodes.ASTORE) {
        store(opcode, index);
      } else {
        state.apply(opcode);
      }
    }
    next(opcode);
  }

  private void store(int opcode, int index) {
    boolean wide = opcode == Opcodes.LSTORE || opcode == Opcodes.DSTORE;
    if (wide) {
      state.pop();
    }
    state.setLocal(index, state.pop());
  }

  @Override
  public void visitTypeInsn(int opcode, String type) {
    if (opcode == Opcodes.NEW && here.isEmpty()) {
      visitLabel(new Label());
    }
    super.visitTypeInsn(opcode, type);
    if (state != null) {
      created(opcode, type);
    }
    next(opcode);
  }

  private void created(int opcode, String type) {
    switch (opcode) {
      case Opcodes.NEW:
        for (Label label : here) {
          state.forget(label);
        }
        state.push(here.get(0));
        break;
      case Opcodes.ANEWARRAY:
        change(1, Types.arrayOf(type));
        break;
      case Opcodes.CHECKCAST:
        change(1, type);
        break;
      default:
        change(1, Opcodes.INTEGER);
    }
  }

  @Override
  public void visitFieldInsn(int opcode, String type, String name, String descriptor) {
    super.visitFieldInsn(opcode, type, name, descriptor);
    if (state != null) {
      Type field = Type.getType(descriptor);
      boolean ofObject = opcode == Opcodes.GETFIELD || opcode == Opcodes.PUTFIELD;
      boolean reads = opcode == Opcodes.GETFIELD || opcode == Opcodes.GETSTATIC;
      state.pop(reads ? 0 : field.getSize());
      state.pop(ofObject ? 1 : 0);
      if (reads) {
        state.push(Types.of(field));
      }
    }
    next(opcode);
  }

  @Override
  public void visitMethodInsn(
      int opcode, String type, String name, String descriptor, boolean isInterface) {
    super.visitMethodInsn(opcode, type, name, descriptor, isInterface);
    called(opcode, type, name, descriptor);
  }

  /** Takes note of a call, whatever was put in its place. */
  final void called(int opcode, String type, String name, String descriptor) {
    if (state != null) {
      popArguments(descriptor);
      if (opcode != Opcodes.INVOKESTATIC) {
        Object receiver = state.pop();
        if (opcode == Opcodes.INVOKESPECIAL && name.equals("<init>")) {
          boolean own = Opcodes.UNINITIALIZED_THIS.equals(receiver);
          state.initialise(receiver, own ? owner : type);
        }
      }
      pushResult(descriptor);
    }
    next(opcode);
  }

  @Override
  public void visitInvokeDynamicInsn(
      String name, String descriptor, Handle bootstrap, Object... arguments) {
    super.visitInvokeDynamicInsn(name, descriptor, bootstrap, arguments);
    if (state != null) {
      popArguments(descriptor);
      pushResult(descriptor);
    }
    next(Opcodes.INVOKEDYNAMIC);
  }

  private void popArguments(String descriptor) {
    state.pop((Type.getArgumentsAndReturnSizes(descriptor) >> 2) - 1);
  }

  private void pushResult(String descriptor) {
    Type result = Type.getReturnType(descriptor);
    if (result.getSort() != Type.VOID) {
      state.push(Types.of(result));
    }
  }

  @Override
  public void visitJumpInsn(int opcode, Label label) {
    super.visitJumpInsn(opcode, label);
    if (state != null) {
      state.apply(opcode);
    }
    next(opcode);
  }

  @Override
  public void visitLdcInsn(Object value) {
    super.visitLdcInsn(value);
    change(0, Types.ofConstant(value));
    next(Opcodes.LDC);
  }

  @Override
  public void visitIincInsn(int index, int increment) {
    super.visitIincInsn(index, increment);
    next(Opcodes.IINC);
  }

  @Override
  public void visitTableSwitchInsn(int min, int max, Label fallback, Label... labels) {
    super.visitTableSwitchInsn(min, max, fallback, labels);
    next(Opcodes.TABLESWITCH);
  }

  @Override
  public void visitLookupSwitchInsn(Label fallback, int[] keys, Label[] labels) {
    super.visitLookupSwitchInsn(fallback, keys, labels);
    next(Opcodes.LOOKUPSWITCH);
  }

  @Override
  public void visitMultiANewArrayInsn(String descriptor, int dimensions) {
    super.visitMultiANewArrayInsn(descriptor, dimensions);
    change(dimensions, descriptor);
    next(Opcodes.MULTIANEWARRAY);
  }

  private void change(int popped, Object pushed) {
    if (state != null) {
      state.pop(popped);
      state.push(pushed);
    }
  }

  private void next(int opcode) {
    reserve(0);
    here.clear();
    if (StackEffects.ends(opcode)) {
      state = null;
    }
  }
}
