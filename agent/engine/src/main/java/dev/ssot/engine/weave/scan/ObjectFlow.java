package dev.ssot.engine.weave.scan;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.bytebuddy.jar.asm.Handle;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/**
 * Follows the objects that a method makes, or reads from its class's own fields, along all branches
 * to where the method leaves them. A word is the set of objects that may be there, one bit for
 * each.
 */
final class ObjectFlow {
  /** Beyond this number of steps, a method is taken to hand on all that it has. */
  private static final int MOST_STEPS = 50_000;

  /** The last bit stands for all objects for which there is none left. */
  private static final int LAST_BIT = 30;

  private final CodeRecorder code;
  private final HandOverScan owner;
  private final HandOvers found;
  private final String method;
  private final boolean[] entries;
  private final OperandState[] states;
  private final Deque<Integer> open = new ArrayDeque<>();
  private final List<Set<String>> origins = new ArrayList<>();
  private final Map<Integer, Integer> made = new HashMap<>();
  private final int[] constructions;

  ObjectFlow(
      CodeRecorder code, String name, String descriptor, HandOverScan owner, HandOvers found) {
    this.code = code;
    this.owner = owner;
    this.found = found;
    this.method = name + descriptor;
    this.entries = code.entries();
    this.states = new OperandState[code.size() + 1];
    this.constructions = constructions(code);
  }

  /** Numbers constructor calls and {@code invokedynamic} as the plans do. */
  private static int[] constructions(CodeRecorder code) {
    int[] numbers = new int[code.size()];
    int next = 0;
    for (int i = 0; i < numbers.length; i++) {
      Step step = code.step(i);
      boolean counts = step.opcode == Opcodes.INVOKEDYNAMIC || isConstructorCall(step);
      numbers[i] = counts ? next++ : -1;
    }
    return numbers;
  }

  private static boolean isConstructorCall(Step step) {
    return step.opcode == Opcodes.INVOKESPECIAL && step.name.equals("<init>");
  }

  /**
   * Follows all.
   *
   * @return whether it came to an end
   */
  boolean run() {
    if (!concernsUs()) {
      return true;
    }
    enter(0, new OperandState());
    int steps = 0;
    while (!open.isEmpty()) {
      steps += follow(open.remove());
      if (steps > MOST_STEPS) {
        return false;
      }
    }
    return true;
  }

  /** Tells whether the method makes such an object, or reads one of the class's fields. */
  private boolean concernsUs() {
    for (int i = 0; i < code.size(); i++) {
      Step step = code.step(i);
      boolean makes = step.opcode == Opcodes.NEW && owner.isTarget(step.owner);
      boolean reads = step.opcode == Opcodes.GETFIELD || step.opcode == Opcodes.GETSTATIC;
      if (makes || (reads && owner.isPrivateField(step.owner, field(step)))) {
        return true;
      }
    }
    return false;
  }

  private static String field(Step step) {
    return step.name + ' ' + step.descriptor;
  }

  /** Returns the objects that the constructor calls have made, by the number of the call. */
  Map<Integer, Set<String>> made() {
    Map<Integer, Set<String>> all = new HashMap<>();
    for (Map.Entry<Integer, Integer> each : made.entrySet()) {
      all.put(each.getKey(), objects(each.getValue()));
    }
    return all;
  }

  private void enter(int index, OperandState state) {
    if (states[index] == null) {
      states[index] = state.copy();
      open.add(index);
    } else if (states[index].merge(state) && !open.contains(index)) {
      open.add(index);
    }
  }

  private int follow(int start) {
    OperandState state = states[start].copy();
    for (int i = start; i < code.size(); i++) {
      if (i > start && entries[i]) {
        enter(i, state);
        return i - start;
      }
      for (Label handler : code.handlersOf(i)) {
        enter(code.indexOf(handler), state.caught());
      }
      Step step = code.step(i);
      apply(step, i, state);
      for (Label target : step.targets) {
        enter(code.indexOf(target), state);
      }
      if (StackEffects.ends(step.opcode)) {
        return i - start + 1;
      }
    }
    return code.size() - start;
  }

  private void apply(Step step, int index, OperandState state) {
    switch (step.opcode) {
      case Opcodes.ALOAD:
        state.push(state.local(step.number));
        break;
      case Opcodes.ASTORE:
        state.setLocal(step.number, state.pop());
        break;
      case Opcodes.LDC:
        state.change(step.number);
        break;
      case Opcodes.MULTIANEWARRAY:
        state.change(1 - step.number);
        break;
      case Opcodes.IINC:
      case Opcodes.CHECKCAST:
        break;
      case Opcodes.NEW:
        state.push(owner.isTarget(step.owner) ? bit("new " + method + ' ' + index) : 0);
        break;
      case Opcodes.JSR:
      case Opcodes.RET:
        throw new IllegalStateException("a subroutine, as compilers wrote them until Java 5");
      case Opcodes.GETSTATIC:
      case Opcodes.GETFIELD:
        read(step, state);
        break;
      case Opcodes.PUTSTATIC:
      case Opcodes.PUTFIELD:
        write(step, state);
        break;
      case Opcodes.INVOKEDYNAMIC:
        link(step, state);
        break;
      default:
        plain(step, index, state);
    }
  }

  private void plain(Step step, int index, OperandState state) {
    int opcode = step.opcode;
    if (opcode >= Opcodes.POP && opcode <= Opcodes.SWAP) {
      state.shuffle(opcode);
    } else if (opcode >= Opcodes.INVOKEVIRTUAL && opcode <= Opcodes.INVOKEINTERFACE) {
      call(step, index, state);
    } else {
      if (opcode == Opcodes.ARETURN || opcode == Opcodes.AASTORE || opcode == Opcodes.ATHROW) {
        handOn(state.peek(0));
      }
      if (opcode >= Opcodes.ISTORE && opcode <= Opcodes.DSTORE) {
        state.setLocal(step.number, 0);
      }
      if (opcode == Opcodes.LSTORE || opcode == Opcodes.DSTORE) {
        state.setLocal(step.number + 1, 0);
      }
      state.change(StackEffects.delta(opcode));
    }
  }

  private void read(Step step, OperandState state) {
    state.change(step.opcode == Opcodes.GETFIELD ? -1 : 0);
    String field = field(step);
    if (step.descriptor.startsWith("L") && owner.isPrivateField(step.owner, field)) {
      state.push(bit(field));
    } else {
      state.change(Type.getType(step.descriptor).getSize());
    }
  }

  private void write(Step step, OperandState state) {
    int written = state.peek(0);
    String field = field(step);
    if (owner.isPrivateField(step.owner, field)) {
      for (String origin : objects(written)) {
        found.addStored(origin, field);
      }
    } else {
      handOn(written);
    }
    state.change(-Type.getType(step.descriptor).getSize());
    state.change(step.opcode == Opcodes.PUTFIELD ? -1 : 0);
  }

  /**
   * Passes the arguments of a call. The object that a method is called on is not handed on, but a
   * method that may return its own object, as fluent ones do, yields it again.
   */
  private void call(Step step, int index, OperandState state) {
    boolean harmless = KnownCalls.keepNothing(step, owner);
    int passed = pop(Type.getArgumentTypes(step.descriptor), state, !harmless);
    int receiver = step.opcode == Opcodes.INVOKESTATIC ? 0 : state.pop();
    if (isConstructorCall(step)) {
      Integer before = made.get(constructions[index]);
      made.put(constructions[index], before == null ? receiver : before | receiver);
      return;
    }
    Type returned = Type.getReturnType(step.descriptor);
    if (returned.getSort() != Type.OBJECT) {
      state.change(returned.getSize());
    } else if (harmless) {
      state.push(KnownCalls.returnArgument(step) ? passed : 0);
    } else {
      state.push(owner.mayBe(returned.getInternalName(), step.owner) ? receiver : 0);
    }
  }

  /** Captures: a method of the object itself may be called later, and by this class alone. */
  private void link(Step step, OperandState state) {
    Type returned = Type.getReturnType(step.descriptor);
    boolean keeps = KnownCalls.concatenates(step) || isOwnEnd(step.arguments);
    pop(Type.getArgumentTypes(step.descriptor), state, !keeps);
    state.change(returned.getSize());
  }

  /** Tells whether a function object calls a method of the object that yields nothing. */
  private static boolean isOwnEnd(Object[] arguments) {
    if (arguments.length < 2 || !(arguments[1] instanceof Handle)) {
      return false;
    }
    Handle called = (Handle) arguments[1];
    boolean ofObject =
        called.getTag() == Opcodes.H_INVOKEVIRTUAL || called.getTag() == Opcodes.H_INVOKEINTERFACE;
    return ofObject && called.getDesc().endsWith(")V");
  }

  /** Pops arguments, and returns all objects among them. */
  private int pop(Type[] arguments, OperandState state, boolean handsOn) {
    int all = 0;
    for (int i = arguments.length; i-- > 0; ) {
      int word = state.pop();
      state.change(1 - arguments[i].getSize());
      all |= word;
    }
    if (handsOn) {
      handOn(all);
    }
    return all;
  }

  private void handOn(int word) {
    handOn(objects(word));
  }

  private void handOn(Set<String> objects) {
    for (String origin : objects) {
      found.addHandedOn(origin);
    }
  }

  private int bit(String origin) {
    for (int i = 0; i < origins.size(); i++) {
      if (origins.get(i).contains(origin)) {
        return 1 << i;
      }
    }
    if (origins.size() <= LAST_BIT) {
      origins.add(new HashSet<>());
    }
    origins.get(origins.size() - 1).add(origin);
    return 1 << (origins.size() - 1);
  }

  private Set<String> objects(int word) {
    if (word == 0) {
      return Collections.emptySet();
    }
    Set<String> all = new HashSet<>();
    for (int i = 0; i < origins.size(); i++) {
      if ((word & 1 << i) != 0) {
        all.addAll(origins.get(i));
      }
    }
    return all;
  }
}
