package dev.ssot.engine.weave;

import dev.ssot.engine.weave.scan.StackEffects;
import java.util.ArrayList;
import java.util.List;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/**
 * The types of the local variables and of the operand stack at one instruction, word by word, as
 * frames name them. The second word of a {@code long} or {@code double} is {@code TOP}.
 */
final class TypeState {
  private final List<Object> locals = new ArrayList<>();
  private final List<Object> stack = new ArrayList<>();

  /**
   * Returns the types at the start of a method.
   *
   * @param owner internal name of its class
   */
  static TypeState atStart(String owner, int access, String name, String descriptor) {
    TypeState state = new TypeState();
    if ((access & Opcodes.ACC_STATIC) == 0) {
      state.addLocal(name.equals("<init>") ? Opcodes.UNINITIALIZED_THIS : owner);
    }
    for (Type parameter : Type.getArgumentTypes(descriptor)) {
      state.addLocal(Types.of(parameter));
    }
    return state;
  }

  TypeState copy() {
    TypeState copy = new TypeState();
    copy.locals.addAll(locals);
    copy.stack.addAll(stack);
    return copy;
  }

  /** Tells whether the value takes two words. */
  static boolean isWide(Object type) {
    return Opcodes.LONG.equals(type) || Opcodes.DOUBLE.equals(type);
  }

  void push(Object type) {
    stack.add(type);
    if (isWide(type)) {
      stack.add(Opcodes.TOP);
    }
  }

  /** Returns how many words are on the stack. */
  int depth() {
    return stack.size();
  }

  /** Pops one word; in code that the verifier would refuse there may be none. */
  Object pop() {
    return stack.isEmpty() ? Opcodes.TOP : stack.remove(stack.size() - 1);
  }

  void pop(int words) {
    for (int i = 0; i < words; i++) {
      pop();
    }
  }

  Object local(int index) {
    return index < locals.size() ? locals.get(index) : Opcodes.TOP;
  }

  /**
   * Returns a word of the stack.
   *
   * @param below 0 for the top
   */
  Object peek(int below) {
    int index = stack.size() - 1 - below;
    return index < 0 ? Opcodes.TOP : stack.get(index);
  }

  /** Adds the next local variable. */
  void addLocal(Object type) {
    locals.add(type);
    if (isWide(type)) {
      locals.add(Opcodes.TOP);
    }
  }

  void setLocal(int index, Object type) {
    setWord(index, type);
    if (isWide(type)) {
      setWord(index + 1, Opcodes.TOP);
    }
    if (index > 0 && isWide(locals.get(index - 1))) {
      locals.set(index - 1, Opcodes.TOP);
    }
  }

  private void setWord(int index, Object type) {
    while (locals.size() <= index) {
      locals.add(Opcodes.TOP);
    }
    locals.set(index, type);
  }

  /** Applies an instruction that pushes nothing, null, or a value of a primitive type. */
  void apply(int opcode) {
    pop(StackEffects.popped(opcode));
    char pushed = StackEffects.pushed(opcode);
    if (pushed != StackEffects.NOTHING) {
      push(Types.of(pushed));
    }
  }

  /** Applies {@code pop} to {@code swap}. */
  void shuffle(int opcode) {
    switch (opcode) {
      case Opcodes.POP:
        pop();
        break;
      case Opcodes.POP2:
        pop(2);
        break;
      case Opcodes.SWAP:
        insert(1, 1);
        pop();
        break;
      default:
        insert(opcode < Opcodes.DUP2 ? 1 : 2, (opcode - Opcodes.DUP) % 3);
    }
  }

  /** Copies the top words under the words below them. */
  private void insert(int words, int under) {
    int size = stack.size();
    int from = Math.max(size - words, 0);
    stack.addAll(Math.max(from - under, 0), new ArrayList<>(stack.subList(from, size)));
  }

  /** Forgets the copies in local variables of a reference that the same {@code NEW} makes anew. */
  void forget(Object reference) {
    replace(locals, reference, Opcodes.TOP);
  }

  /** Takes note that a constructor has completed the object behind all copies of a reference. */
  void initialise(Object reference, Object type) {
    replace(locals, reference, type);
    replace(stack, reference, type);
  }

  private static void replace(List<Object> words, Object from, Object to) {
    for (int i = 0; i < words.size(); i++) {
      if (words.get(i) == from) {
        words.set(i, to);
      }
    }
  }

  /** Returns the local variables as a frame lists them. */
  Object[] localsOfFrame() {
    return ofFrame(locals);
  }

  /** Returns the same without the copies of a reference. */
  Object[] localsWithout(Object reference) {
    List<Object> others = new ArrayList<>(locals);
    replace(others, reference, Opcodes.TOP);
    return ofFrame(others);
  }

  /** Returns the operand stack as a frame lists it. */
  Object[] stackOfFrame() {
    return ofFrame(stack);
  }

  private static Object[] ofFrame(List<Object> words) {
    List<Object> entries = new ArrayList<>(words.size());
    for (int i = 0; i < words.size(); i++) {
      entries.add(words.get(i));
      if (isWide(words.get(i))) {
        i++;
      }
    }
    return entries.toArray();
  }
}
