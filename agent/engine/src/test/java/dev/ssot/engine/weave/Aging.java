package dev.ssot.engine.weave;

import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.Handle;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/** Makes old class files: no compiler of today writes them. */
final class Aging {
  private Aging() {}

  /** Leaves alone what uses anything newer: {@code invokedynamic}, interfaces with code. */
  static byte[] age(byte[] classFile, int version) {
    if (isNewer(classFile)) {
      return classFile;
    }
    byte[] aged = classFile.clone();
    aged[7] = (byte) version;
    return aged;
  }

  private static boolean isNewer(byte[] classFile) {
    var found = new boolean[1];
    var reader = new ClassReader(classFile);
    boolean isInterface = (reader.getAccess() & Opcodes.ACC_INTERFACE) != 0;
    reader.accept(
        new ClassVisitor(Opcodes.ASM9) {
          @Override
          public MethodVisitor visitMethod(
              int access, String name, String descriptor, String signature, String[] exceptions) {
            found[0] |= isInterface && (access & Opcodes.ACC_ABSTRACT) == 0;
            return new MethodVisitor(Opcodes.ASM9) {
              @Override
              public void visitInvokeDynamicInsn(
                  String name, String descriptor, Handle bootstrap, Object... arguments) {
                found[0] = true;
              }

              @Override
              public void visitMethodInsn(
                  int opcode, String owner, String name, String descriptor, boolean ofInterface) {
                found[0] |= ofInterface && opcode != Opcodes.INVOKEINTERFACE;
              }
            };
          }
        },
        0);
    return found[0];
  }
}
