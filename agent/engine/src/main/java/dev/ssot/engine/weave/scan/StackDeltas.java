package dev.ssot.engine.weave.scan;

import net.bytebuddy.jar.asm.Opcodes;

/** How many words the instructions without a descriptor add to the stack, or take from it. */
final class StackDeltas {
  /** One character for each opcode: a digit is a growth, {@code a} to {@code d} are -1 to -4. */
  private static final String DELTAS =
      "0"
          + "11111111"
          + "22"
          + "111"
          + "22"
          + "11" // nop, constants
          + "111"
          + "12121"
          + "00000000000000000000" // ldc, loads
          + "a0a0aaaa" // loads from arrays
          + "ababa"
          + "00000000000000000000" // stores
          + "cdcdcccc" // stores to arrays
          + "000000000" // pop to swap
          + "abababababababababab"
          + "0000" // arithmetic, negation
          + "aaaaaa"
          + "ababab"
          + "0" // shifts, logic, iinc
          + "101aa0011a0a000"
          + "caacc" // conversions, comparisons
          + "aaaaaa"
          + "bbbbbbbb" // branches
          + "000"
          + "aa"
          + "000000" // goto, jsr, ret, switches, returns
          + "000000000"
          + "0" // fields, methods, new
          + "000"
          + "0"
          + "00"
          + "aa" // arrays, athrow, casts, monitors
          + "0"
          + "0"
          + "aa"; // wide, multianewarray, ifnull, ifnonnull

  private StackDeltas() {}

  static int of(int opcode) {
    char delta = DELTAS.charAt(opcode);
    return delta >= 'a' ? 'a' - 1 - delta : delta - '0';
  }

  /** Tells whether the instruction after this one is reached by a jump only. */
  static boolean ends(int opcode) {
    return opcode == Opcodes.GOTO
        || opcode == Opcodes.RET
        || opcode == Opcodes.ATHROW
        || (opcode >= Opcodes.TABLESWITCH && opcode <= Opcodes.RETURN);
  }
}
