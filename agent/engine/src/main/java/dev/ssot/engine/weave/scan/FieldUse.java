package dev.ssot.engine.weave.scan;

import net.bytebuddy.jar.asm.Opcodes;

/** A read or write of a field by some code. Pure data. */
public final class FieldUse {
  public final String owner;
  public final String name;
  public final String descriptor;
  public final boolean isStatic;
  public final boolean isWrite;

  FieldUse(int opcode, String owner, String name, String descriptor) {
    this.owner = owner;
    this.name = name;
    this.descriptor = descriptor;
    this.isStatic = opcode == Opcodes.GETSTATIC || opcode == Opcodes.PUTSTATIC;
    this.isWrite = opcode == Opcodes.PUTSTATIC || opcode == Opcodes.PUTFIELD;
  }
}
