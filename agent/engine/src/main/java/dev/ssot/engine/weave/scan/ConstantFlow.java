package dev.ssot.engine.weave.scan;

import java.util.ArrayList;
import java.util.List;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/**
 * Follows constants, and the objects that are made of nothing else, through a method in code order.
 * Where branches meet, nothing is known any more, so that only what is made in a straight line
 * counts. A word is the number of the value; objects that have come together share what becomes of
 * them.
 */
final class ConstantFlow {
  private static final int OTHER = OperandState.OTHER;

  /** Any constant that cannot change. */
  private static final int CONSTANT = 1;

  private final CodeRecorder code;
  private final MethodPlan plan;
  private final TrustedCode trusted;

  /**
   * By the number of an object, the one that it has come together with; itself if there is none.
   */
  private final List<Integer> together = new ArrayList<>();

  private final List<Boolean> changed = new ArrayList<>();
  private OperandState state = new OperandState();

  /** The number of constructor calls and {@code invokedynamic} so far. */
  private int constructions;

  private int calls;

  ConstantFlow(CodeRecorder code, MethodPlan plan, TrustedCode trusted) {
    this.code = code;
    this.plan = plan;
    this.trusted = trusted;
    fresh(); // no object has the number of what is not known
    fresh(); // nor that of a constant
  }

  void run() {
    boolean[] entries = code.entries();
    for (int i = 0; i < code.size(); i++) {
      if (entries[i]) {
        state = new OperandState();
      }
      Step step = code.step(i);
      apply(step);
      if (StackEffects.ends(step.opcode)) {
        state = new OperandState();
      }
    }
  }

  private void apply(Step step) {
    int opcode = step.opcode;
    if (opcode >= Opcodes.ACONST_NULL && opcode <= Opcodes.SIPUSH) {
      push(CONSTANT, opcode == Opcodes.LCONST_0 || opcode == Opcodes.LCONST_1 || isDouble(opcode));
    } else if (opcode == Opcodes.LDC) {
      push(CONSTANT, step.number == 2);
    } else if (opcode >= Opcodes.ILOAD && opcode <= Opcodes.ALOAD) {
      push(state.local(step.number), isWide(opcode, Opcodes.LLOAD, Opcodes.DLOAD));
    } else if (opcode >= Opcodes.ISTORE && opcode <= Opcodes.ASTORE) {
      store(step.number, isWide(opcode, Opcodes.LSTORE, Opcodes.DSTORE));
    } else if (opcode >= Opcodes.POP && opcode <= Opcodes.SWAP) {
      state.shuffle(opcode);
    } else if (opcode >= Opcodes.IADD && opcode <= Opcodes.I2S && opcode != Opcodes.IINC) {
      calculate(opcode);
    } else if (opcode >= Opcodes.INVOKEVIRTUAL && opcode <= Opcodes.INVOKEINTERFACE) {
      call(step);
    } else {
      applyOther(step);
    }
  }

  private static boolean isDouble(int opcode) {
    return opcode == Opcodes.DCONST_0 || opcode == Opcodes.DCONST_1;
  }

  private static boolean isWide(int opcode, int ofLong, int ofDouble) {
    return opcode == ofLong || opcode == ofDouble;
  }

  private void applyOther(Step step) {
    switch (step.opcode) {
      case Opcodes.IINC:
        state.setLocal(step.number, OTHER);
        break;
      case Opcodes.CHECKCAST:
        break;
      case Opcodes.NEW:
        state.push(fresh());
        break;
      case Opcodes.NEWARRAY:
      case Opcodes.ANEWARRAY:
        state.push(state.pop() == CONSTANT ? fresh() : OTHER);
        break;
      case Opcodes.MULTIANEWARRAY:
        state.change(-step.number);
        state.push(OTHER);
        break;
      case Opcodes.AALOAD:
        getElement();
        break;
      case Opcodes.INVOKEDYNAMIC:
        link(step);
        break;
      default:
        if (step.opcode >= Opcodes.IASTORE && step.opcode <= Opcodes.SASTORE) {
          putElement(step.opcode);
        } else if (step.opcode >= Opcodes.GETSTATIC && step.opcode <= Opcodes.PUTFIELD) {
          useField(step);
        } else {
          state.change(StackEffects.delta(step.opcode));
        }
    }
  }

  /** What is done to an object in a field is done to the one that has the field. */
  private void useField(Step step) {
    Type type = Type.getType(step.descriptor);
    boolean wide = type.getSize() == 2;
    switch (step.opcode) {
      case Opcodes.GETSTATIC:
        push(trusted.holdsTheSame(step.owner, step.descriptor) ? CONSTANT : OTHER, wide);
        break;
      case Opcodes.GETFIELD:
        int holder = state.pop();
        push(type.getSort() >= Type.ARRAY && holder > CONSTANT ? holder : OTHER, wide);
        break;
      default:
        int value = state.peek(0);
        state.change(-type.getSize());
        if (step.opcode == Opcodes.PUTFIELD) {
          put(value, state.pop());
        } else {
          escape(value);
        }
    }
  }

  private void push(int word, boolean wide) {
    state.push(word);
    if (wide) {
      state.push(word);
    }
  }

  private void store(int local, boolean wide) {
    if (wide) {
      state.pop();
      state.setLocal(local + 1, OTHER);
    }
    state.setLocal(local, state.pop());
  }

  private void calculate(int opcode) {
    int popped = StackEffects.popped(opcode);
    boolean constant = true;
    for (int i = 0; i < popped; i++) {
      constant &= state.pop() == CONSTANT;
    }
    int pushed = StackEffects.delta(opcode) + popped;
    for (int i = 0; i < pushed; i++) {
      state.push(constant ? CONSTANT : OTHER);
    }
  }

  /** Makes a text of constants, or a function, of which nothing is known. */
  private void link(Step step) {
    constructions++;
    List<Integer> passed = pop(Type.getArgumentTypes(step.descriptor));
    boolean text = KnownCalls.concatenates(step) && areConstant(passed);
    if (!text) {
      escape(passed);
    }
    push(text ? CONSTANT : OTHER, Type.getReturnType(step.descriptor).getSize() == 2);
  }

  private void call(Step step) {
    List<Integer> passed = pop(Type.getArgumentTypes(step.descriptor));
    boolean constants = areConstant(passed);
    if (step.name.equals("<init>")) {
      construct(step, passed, constants);
      return;
    }
    int number = calls++;
    boolean isStatic = step.opcode == Opcodes.INVOKESTATIC;
    int receiver = isStatic ? CONSTANT : state.pop();
    boolean same =
        receiver == CONSTANT
            ? trusted.makesTheSame(step.owner, step.name, passed.isEmpty())
            : trusted.returnsTheSame(step.owner, step.name);
    if (constants && isConstant(receiver)) {
      plan.markConstantCall(number);
    }
    int result = OTHER;
    if (same && constants && isConstant(receiver)) {
      result = isStatic || receiver == CONSTANT ? fresh() : receiver;
      for (int each : passed) {
        join(each, result);
      }
    } else if (!KnownCalls.checksNull(step.owner, step.name)) {
      escape(receiver);
      escape(passed);
    }
    Type returned = Type.getReturnType(step.descriptor);
    if (returned.getSort() != Type.VOID) {
      push(returned.getSort() < Type.ARRAY ? OTHER : result, returned.getSize() == 2);
    }
  }

  private void construct(Step step, List<Integer> passed, boolean constants) {
    int number = constructions++;
    int made = state.pop();
    if (constants) {
      plan.markConstant(number);
    }
    boolean same = trusted.constructsTheSame(step.owner);
    for (int each : passed) {
      if (same && constants) {
        join(each, made);
      } else {
        escape(each);
      }
    }
    if (!same || !constants) {
      escape(made);
    }
  }

  /** Pops arguments, one word for each. */
  private List<Integer> pop(Type[] arguments) {
    List<Integer> passed = new ArrayList<>();
    for (int i = arguments.length; i-- > 0; ) {
      passed.add(state.pop());
      state.change(1 - arguments[i].getSize());
    }
    return passed;
  }

  /** Gets an element. What is done to it is done to the array. */
  private void getElement() {
    boolean same = state.pop() == CONSTANT;
    int array = state.pop();
    if (!same) {
      escape(array);
    }
    state.push(same && array > CONSTANT ? array : OTHER);
  }

  private void putElement(int opcode) {
    int element = state.peek(0);
    state.change(opcode == Opcodes.LASTORE || opcode == Opcodes.DASTORE ? -2 : -1);
    boolean here = state.pop() == CONSTANT;
    int array = state.pop();
    put(element, array);
    if (!here) {
      escape(array);
    }
  }

  /** Takes note that an element or field of an object is set. */
  private void put(int value, int holder) {
    if (isConstant(value) && isConstant(holder)) {
      join(value, holder);
    } else {
      escape(value);
      escape(holder);
    }
  }

  private boolean areConstant(List<Integer> words) {
    for (int word : words) {
      if (!isConstant(word)) {
        return false;
      }
    }
    return true;
  }

  private boolean isConstant(int word) {
    return word == CONSTANT || (word != OTHER && word > 0 && !changed.get(root(word)));
  }

  private int fresh() {
    together.add(together.size());
    changed.add(false);
    return together.size() - 1;
  }

  private int root(int word) {
    int root = word;
    while (together.get(root) != root) {
      root = together.get(root);
    }
    return root;
  }

  private void join(int word, int other) {
    if (word > CONSTANT && other > CONSTANT) {
      together.set(root(word), root(other));
    }
  }

  private void escape(List<Integer> words) {
    for (int word : words) {
      escape(word);
    }
  }

  /** Takes note that somebody may change an object, or has passed to it what is not constant. */
  private void escape(int word) {
    if (word > CONSTANT) {
      changed.set(root(word), true);
    }
  }
}
