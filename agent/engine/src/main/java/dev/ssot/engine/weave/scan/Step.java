package dev.ssot.engine.weave.scan;

import net.bytebuddy.jar.asm.Handle;
import net.bytebuddy.jar.asm.Label;

/** One instruction, with what tells where its operands go. */
final class Step {
  private static final Label[] NOWHERE = {};
  private static final Object[] NOTHING = {};

  final int opcode;

  /** A local variable, a number of dimensions, or the words of a constant. */
  final int number;

  /** The class of a member, or a type; null for other instructions. */
  final String owner;

  final String name;
  final String descriptor;
  final Label[] targets;

  /** The static arguments of an {@code invokedynamic}. */
  final Object[] arguments;

  private Step(
      int opcode,
      int number,
      String owner,
      String name,
      String descriptor,
      Label[] targets,
      Object[] arguments) {
    this.opcode = opcode;
    this.number = number;
    this.owner = owner;
    this.name = name;
    this.descriptor = descriptor;
    this.targets = targets;
    this.arguments = arguments;
  }

  static Step of(int opcode, int number) {
    return new Step(opcode, number, null, null, null, NOWHERE, NOTHING);
  }

  static Step type(int opcode, String type) {
    return new Step(opcode, 0, type, null, null, NOWHERE, NOTHING);
  }

  static Step jump(int opcode, Label... targets) {
    return new Step(opcode, 0, null, null, null, targets, NOTHING);
  }

  static Step member(int opcode, String owner, String name, String descriptor) {
    return new Step(opcode, 0, owner, name, descriptor, NOWHERE, NOTHING);
  }

  static Step dynamic(
      int opcode, Handle bootstrap, String name, String descriptor, Object[] arguments) {
    return new Step(opcode, 0, bootstrap.getOwner(), name, descriptor, NOWHERE, arguments);
  }
}
