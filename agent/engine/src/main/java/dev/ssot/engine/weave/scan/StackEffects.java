package dev.ssot.engine.weave.scan;

import net.bytebuddy.jar.asm.Opcodes;

/** What the instructions without a descriptor do to the operand stack. */
public final class StackEffects {
  /** Of an instruction that pushes nothing. */
  public static final char NOTHING = '-';

  /**
   * Two characters for each opcode: how many words it pops, and the descriptor of what it pushes
   * ({@code A} is a reference, {@code N} is null). What moves words, what has a descriptor, and
   * {@code new} pop and push nothing here.
   */
  private static final String TABLE =
      "0-"
          + "0N0I0I0I0I0I0I0I0J0J0F0F0F0D0D" // nop, constants
          + "0I0I0I0I0I" // pushes, ldc
          + "0I0J0F0D0A0-0-0-0-0-0-0-0-0-0-0-0-0-0-0-0-0-0-0-0-" // loads
          + "2I2J2F2D2A2I2I2I" // loads from arrays
          + "1-2-1-2-1-0-0-0-0-0-0-0-0-0-0-0-0-0-0-0-0-0-0-0-0-" // stores
          + "3-4-3-4-3-3-3-3-" // stores to arrays
          + "0-0-0-0-0-0-0-0-0-" // pop to swap
          + "2I4J2F4D2I4J2F4D2I4J2F4D2I4J2F4D2I4J2F4D" // arithmetic
          + "1I2J1F2D" // negation
          + "2I3J2I3J2I3J2I4J2I4J2I4J0-" // shifts, logic, iinc
          + "1J1F1D2I2F2D1I1J1D2I2J2F1I1I1I" // conversions
          + "4I2I2I4I4I" // comparisons
          + "1-1-1-1-1-1-2-2-2-2-2-2-2-2-" // branches
          + "0-0-0-1-1-0-0-0-0-0-0-" // goto, jsr, ret, switches, returns
          + "0-0-0-0-0-0-0-0-0-0-" // fields, methods, new
          + "1A1A1I0-1A1I1-1-0-0-1-1-"; // arrays, athrow, casts, monitors, ifnull, ifnonnull

  private StackEffects() {}

  /** Returns how many words the instruction pops. */
  public static int popped(int opcode) {
    return TABLE.charAt(2 * opcode) - '0';
  }

  /**
   * Returns the descriptor of what the instruction pushes: a primitive type's, {@code A} for a
   * reference, {@code N} for null, or {@link #NOTHING}.
   */
  public static char pushed(int opcode) {
    return TABLE.charAt(2 * opcode + 1);
  }

  /**
   * Returns how many words the instruction adds to the stack; negative if it takes some from it.
   */
  static int delta(int opcode) {
    char pushed = pushed(opcode);
    int words = pushed == 'J' || pushed == 'D' ? 2 : 1;
    return (pushed == NOTHING ? 0 : words) - popped(opcode);
  }

  /** Tells whether the instruction after this one is reached by a jump only. */
  public static boolean ends(int opcode) {
    return opcode == Opcodes.GOTO
        || opcode == Opcodes.RET
        || opcode == Opcodes.ATHROW
        || (opcode >= Opcodes.TABLESWITCH && opcode <= Opcodes.RETURN);
  }
}
