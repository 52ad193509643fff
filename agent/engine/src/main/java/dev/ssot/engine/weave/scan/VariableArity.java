package dev.ssot.engine.weave.scan;

import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/**
 * Whether a constructor is marked as one of variable arity though its last parameter is no array.
 * javac appends the captured variables of a local or anonymous class and leaves the mark. A plain
 * call ignores the mark, but the JVM makes no method handle of such a constructor, so that linking
 * would fail.
 */
final class VariableArity {
  private final ClassHeaders headers;

  VariableArity(ClassHeaders headers) {
    this.headers = headers;
  }

  /**
   * Tells whether the constructor is marked wrongly. Reads the class file only if the parameters
   * make that possible.
   */
  boolean isBroken(String owner, String descriptor) {
    if (!headers.canBeRead() || !endsAfterAnArray(descriptor)) {
      return false;
    }
    ClassReader classFile = headers.of(owner);
    return classFile == null || isMarked(classFile, descriptor);
  }

  private static boolean endsAfterAnArray(String descriptor) {
    Type[] parameters = Type.getArgumentTypes(descriptor);
    boolean array = false;
    boolean last = false;
    for (Type parameter : parameters) {
      last = parameter.getSort() == Type.ARRAY;
      array |= last;
    }
    return array && !last;
  }

  private static boolean isMarked(ClassReader classFile, String constructor) {
    boolean[] marked = {false};
    classFile.accept(
        new ClassVisitor(Opcodes.ASM9) {
          @Override
          public MethodVisitor visitMethod(
              int access, String name, String descriptor, String signature, String[] exceptions) {
            if (name.equals("<init>") && descriptor.equals(constructor)) {
              marked[0] = (access & Opcodes.ACC_VARARGS) != 0;
            }
            return null;
          }
        },
        ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    return marked[0];
  }
}
