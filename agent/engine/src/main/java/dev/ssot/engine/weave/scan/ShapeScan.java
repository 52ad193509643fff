package dev.ssot.engine.weave.scan;

import dev.ssot.engine.canonical.TargetShape;
import dev.ssot.engine.canonical.TargetShape.Candidate;
import dev.ssot.engine.place.ConstructorLines;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.bytebuddy.jar.asm.Opcodes;

/** Collects what the class file of a target tells about its canonical instance. */
final class ShapeScan {
  private static final int CONSTANT = Opcodes.ACC_STATIC | Opcodes.ACC_FINAL;
  private static final List<String> USUAL = Arrays.asList("getInstance", "instance", "shared");

  private final String name;
  private final int access;
  private final List<Candidate> fields = new ArrayList<>();
  private final List<Candidate> methods = new ArrayList<>();
  private final ConstructorLines constructors = new ConstructorLines();

  ShapeScan(String name, int access) {
    this.name = name;
    this.access = access;
  }

  void addField(int flags, String field, String descriptor) {
    if ((flags & CONSTANT) == CONSTANT && descriptor.equals("L" + name + ";")) {
      fields.add(new Candidate(field, flags));
    }
  }

  void addMethod(int flags, String method, String descriptor) {
    if (method.equals("<init>")) {
      constructors.add(hasParameters(descriptor));
    }
    boolean fits = (flags & Opcodes.ACC_STATIC) != 0 && descriptor.equals("()L" + name + ";");
    if (fits && USUAL.contains(method)) {
      methods.add(new Candidate(method, flags));
    }
  }

  /** Notes that an instruction of a constructor is on that line. */
  void noteConstructorLine(int line, String descriptor) {
    constructors.addLine(line, hasParameters(descriptor));
  }

  private static boolean hasParameters(String descriptor) {
    return !descriptor.equals("()V");
  }

  TargetShape shape() {
    return new TargetShape(name, access, fields, methods, constructors);
  }
}
