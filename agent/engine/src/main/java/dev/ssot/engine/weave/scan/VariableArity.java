package dev.ssot.engine.weave.scan;

import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/**
 * Whether a constructor is marked as one of variable arity though its last parameter is no array.
 * javac appends what a local or anonymous class captures and leaves the mark. A plain call does not
 * care; of such a constructor the JVM makes no method handle, so that linking would fail.
 */
final class VariableArity {
  private final ClassHeaders headers;

  VariableArity(ClassHeaders headers) {
    this.headers = headers;
  }

  /** The class file is read only if the parameters leave it possible. */
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
