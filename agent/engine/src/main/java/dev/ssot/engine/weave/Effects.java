package dev.ssot.engine.weave;

import net.bytebuddy.jar.asm.Opcodes;

/** What the instructions whose effect is always the same do to the types on the operand stack. */
final class Effects {
  /**
   * Two characters for each opcode: how many words it pops, and the descriptor of what it pushes
   * ({@code N} is null, {@code -} nothing). A question mark is an instruction that is not here.
   */
  private static final String TABLE =
      "0-"
          + "0N0I0I0I0I0I0I0I0J0J0F0F0F0D0D" // nop, constants
          + "0I0I?-?-?-" // pushes, ldc
          + "0I0J0F0D?-?-?-?-?-?-?-?-?-?-?-?-?-?-?-?-?-?-?-?-?-" // loads
          + "2I2J2F2D?-2I2I2I" // loads from arrays
          + "?-?-?-?-?-?-?-?-?-?-?-?-?-?-?-?-?-?-?-?-?-?-?-?-?-" // stores
          + "3-4-3-4-3-3-3-3-" // stores to arrays
          + "?-?-?-?-?-?-?-?-?-" // pop to swap
          + "2I4J2F4D2I4J2F4D2I4J2F4D2I4J2F4D2I4J2F4D" // arithmetic
          + "1I2J1F2D" // negation
          + "2I3J2I3J2I3J2I4J2I4J2I4J0-" // shifts, logic, iinc
          + "1J1F1D2I2F2D1I1J1D2I2J2F1I1I1I" // conversions
          + "4I2I2I4I4I" // comparisons
          + "1-1-1-1-1-1-2-2-2-2-2-2-2-2-" // branches
          + "0-?-?-1-1-0-0-0-0-0-0-" // goto, jsr, ret, switches, returns
          + "?-?-?-?-?-?-?-?-?-?-" // fields, methods, new
          + "?-?-1I0-?-1I1-1-?-?-1-1-"; // arrays, athrow, casts, monitors, ifnull, ifnonnull

  private Effects() {}

  /** Applies an instruction to a state. */
  static void apply(int opcode, TypeState state) {
    state.pop(TABLE.charAt(2 * opcode) - '0');
    Object pushed = pushed(TABLE.charAt(2 * opcode + 1));
    if (pushed != null) {
      state.push(pushed);
    }
  }

  private static Object pushed(char type) {
    switch (type) {
      case 'I':
        return Opcodes.INTEGER;
      case 'J':
        return Opcodes.LONG;
      case 'F':
        return Opcodes.FLOAT;
      case 'D':
        return Opcodes.DOUBLE;
      case 'N':
        return Opcodes.NULL;
      default:
        return null;
    }
  }

  /** Tells whether the instruction behind this one is reached by a jump only. */
  static boolean ends(int opcode) {
    return opcode == Opcodes.GOTO
        || opcode == Opcodes.ATHROW
        || (opcode >= Opcodes.TABLESWITCH && opcode <= Opcodes.RETURN);
  }
}
