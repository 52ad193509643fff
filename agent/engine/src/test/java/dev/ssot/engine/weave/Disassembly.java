package dev.ssot.engine.weave;

import java.util.ArrayList;
import java.util.List;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/** The instructions of a method that matter here, as people write them. */
final class Disassembly {
  private Disassembly() {}

  /** Of all methods of that name. */
  static List<String> of(byte[] classFile, String method) {
    List<String> lines = new ArrayList<>();
    new ClassReader(classFile)
        .accept(
            new ClassVisitor(Opcodes.ASM9) {
              @Override
              public MethodVisitor visitMethod(
                  int access, String name, String descriptor, String signature, String[] thrown) {
                return name.equals(method) ? new Lines(lines) : null;
              }
            },
            0);
    return lines;
  }

  private static final class Lines extends MethodVisitor {
    private final List<String> lines;

    Lines(List<String> lines) {
      super(Opcodes.ASM9);
      this.lines = lines;
    }

    @Override
    public void visitInsn(int opcode) {
      lines.add(
          opcode == Opcodes.DUP ? "DUP" : opcode == Opcodes.ARETURN ? "ARETURN" : "" + opcode);
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
      String mnemonic = opcode == Opcodes.PUTSTATIC ? "PUTSTATIC " : "" + opcode;
      lines.add(mnemonic + owner + "." + name + " : " + descriptor);
    }

    @Override
    public void visitLdcInsn(Object value) {
      lines.add("LDC \"" + value + "\"");
    }

    @Override
    public void visitMethodInsn(
        int opcode, String owner, String name, String descriptor, boolean isInterface) {
      String mnemonic = opcode == Opcodes.INVOKESTATIC ? "INVOKESTATIC " : "" + opcode;
      lines.add(mnemonic + owner + "." + name + " " + descriptor);
    }
  }
}
