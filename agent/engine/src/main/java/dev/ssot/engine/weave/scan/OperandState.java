package dev.ssot.engine.weave.scan;

import java.util.Arrays;
import net.bytebuddy.jar.asm.Opcodes;

/**
 * The operand stack and the local variables at one instruction, word by word. To {@link
 * OperandTracker} a word is the number of a reference that no constructor has completed yet, to
 * {@link ObjectFlow} the bits of the objects that may be there; else it is {@link #OTHER}.
 *
 * <p>The words below the known ones are unknown; a word that is popped from there is {@code OTHER}.
 */
final class OperandState {
  /** Any value but an uninitialised reference. */
  static final int OTHER = 0;

  /** The object under construction, until its constructor has called another constructor. */
  static final int THIS = -1;

  private int[] stack = new int[8];
  private int depth;
  private int[] locals = new int[8];

  void push(int word) {
    if (depth == stack.length) {
      stack = Arrays.copyOf(stack, 2 * depth);
    }
    stack[depth++] = word;
  }

  int pop() {
    return depth == 0 ? OTHER : stack[--depth];
  }

  /** Pops words for a negative delta; pushes {@code OTHER} words for a positive one. */
  void change(int delta) {
    for (int i = delta; i < 0; i++) {
      pop();
    }
    for (int i = 0; i < delta; i++) {
      push(OTHER);
    }
  }

  /** Applies {@code pop} to {@code swap}, the only instructions that move words of any type. */
  void shuffle(int opcode) {
    switch (opcode) {
      case Opcodes.POP:
        pop();
        break;
      case Opcodes.POP2:
        change(-2);
        break;
      case Opcodes.SWAP:
        swap();
        break;
      default:
        int words = opcode < Opcodes.DUP2 ? 1 : 2;
        duplicate(words, (opcode - Opcodes.DUP) % 3);
    }
  }

  int local(int index) {
    return index < locals.length ? locals[index] : OTHER;
  }

  void setLocal(int index, int word) {
    if (index >= locals.length) {
      locals = Arrays.copyOf(locals, Math.max(index + 1, 2 * locals.length));
    }
    locals[index] = word;
  }

  /**
   * Returns a word without removing it.
   *
   * @param below 0 for the top of the stack
   */
  int peek(int below) {
    return below < depth ? stack[depth - 1 - below] : OTHER;
  }

  /** Counts how often the reference is on the stack. */
  int copies(int word) {
    int copies = 0;
    for (int i = 0; i < depth; i++) {
      copies += stack[i] == word ? 1 : 0;
    }
    return copies;
  }

  /** Returns the local variables that hold the reference. */
  int[] localsOf(int word) {
    int[] holders = new int[locals.length];
    int count = 0;
    for (int i = 0; i < locals.length; i++) {
      if (locals[i] == word) {
        holders[count++] = i;
      }
    }
    return Arrays.copyOf(holders, count);
  }

  /**
   * Takes note that a constructor completed: every copy of the reference becomes an ordinary value.
   */
  void initialised(int word) {
    replace(stack, depth, word);
    replace(locals, locals.length, word);
  }

  OperandState copy() {
    OperandState copy = new OperandState();
    copy.stack = stack.clone();
    copy.depth = depth;
    copy.locals = locals.clone();
    return copy;
  }

  /** Returns the state in which a handler begins: the exception alone is on the stack. */
  OperandState caught() {
    OperandState handler = new OperandState();
    handler.locals = locals.clone();
    handler.push(OTHER);
    return handler;
  }

  /**
   * Adds the bits of another state in which the same instruction may be reached.
   *
   * @return whether that changed anything
   */
  boolean merge(OperandState other) {
    boolean changed = false;
    depth = Math.min(depth, other.depth);
    for (int i = 0; i < depth; i++) {
      changed |= (other.stack[i] & ~stack[i]) != 0;
      stack[i] |= other.stack[i];
    }
    for (int i = 0; i < other.locals.length; i++) {
      int bits = other.locals[i] & ~local(i);
      if (bits != 0) {
        setLocal(i, local(i) | bits);
        changed = true;
      }
    }
    return changed;
  }

  /** Applies the {@code dup} family: puts a copy of the top words under the words below them. */
  private void duplicate(int words, int under) {
    int[] top = pop(words);
    int[] below = pop(under);
    push(top);
    push(below);
    push(top);
  }

  private void swap() {
    int top = pop();
    int below = pop();
    push(top);
    push(below);
  }

  private int[] pop(int words) {
    int[] popped = new int[words];
    for (int i = words; i-- > 0; ) {
      popped[i] = pop();
    }
    return popped;
  }

  private void push(int[] words) {
    for (int word : words) {
      push(word);
    }
  }

  private static void replace(int[] words, int length, int word) {
    for (int i = 0; i < length; i++) {
      if (words[i] == word) {
        words[i] = OTHER;
      }
    }
  }
}
