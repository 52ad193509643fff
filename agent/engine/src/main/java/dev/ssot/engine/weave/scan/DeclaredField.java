package dev.ssot.engine.weave.scan;

import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.FieldVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/** How a class declares one of its fields. Read off the class file. */
public final class DeclaredField extends ClassVisitor {
  private static final int NO_CODE =
      ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES;

  private final FieldUse use;
  private boolean found;
  private boolean isFinal;
  private String signature;

  private DeclaredField(FieldUse use) {
    super(Opcodes.ASM9);
    this.use = use;
  }

  /**
   * Finds the declaration of a field in a class file; null if the class only inherits it. Throws
   * what ASM throws on a class file that it cannot read.
   */
  public static DeclaredField of(byte[] classFile, FieldUse use) {
    DeclaredField field = new DeclaredField(use);
    new ClassReader(classFile).accept(field, NO_CODE);
    return field.found ? field : null;
  }

  public boolean isFinal() {
    return isFinal;
  }

  /** Tells whether the type has this one type argument, of that internal name, and no other. */
  public boolean isOf(String argument) {
    return signature != null && signature.endsWith("<L" + argument + ";>;");
  }

  @Override
  public FieldVisitor visitField(
      int access, String name, String descriptor, String generic, Object value) {
    if (name.equals(use.name) && descriptor.equals(use.descriptor)) {
      found = true;
      isFinal = (access & Opcodes.ACC_FINAL) != 0;
      signature = generic;
    }
    return null;
  }
}
