package dev.ssot.engine.weave;

import dev.ssot.bootstrap.pattern.JdkClasses;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.Handle;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/** Class files that are left alone whatever they contain. */
final class NeverWoven {
  private static final int CLASS = 7;

  /** The agent's own classes, in any loader. */
  private static final String[] OURS = {"dev/ssot/bootstrap/", "dev/ssot/engine/", "dev/ssot/cli/"};

  private NeverWoven() {}

  static boolean contains(ClassReader reader) {
    String superName = reader.getSuperName();
    return JdkClasses.isReserved(reader.getClassName())
        || isOurs(reader.getClassName())
        || "sun/reflect/MagicAccessorImpl".equals(superName)
        || "jdk/internal/reflect/MagicAccessorImpl".equals(superName)
        || isWoven(reader);
  }

  private static boolean isOurs(String name) {
    for (String prefix : OURS) {
      if (name.startsWith(prefix)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Tells whether the class was woven already, by an earlier transformation, as nothing is woven
   * twice. After an agent has left, newer JVMs show the class with names in it that its code no
   * longer uses (seen on 21 and 25), so that only the code tells.
   */
  private static boolean isWoven(ClassReader reader) {
    return names(reader) && usesDispatch(reader);
  }

  private static boolean names(ClassReader reader) {
    char[] buffer = new char[reader.getMaxStringLength()];
    for (int i = 1; i < reader.getItemCount(); i++) {
      int item = reader.getItem(i);
      if (item > 0
          && reader.readByte(item - 1) == CLASS
          && Dispatch.NAME.equals(reader.readUTF8(item, buffer))) {
        return true;
      }
    }
    return false;
  }

  private static boolean usesDispatch(ClassReader reader) {
    Uses uses = new Uses();
    reader.accept(uses, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    return uses.found || Dispatch.NAME.equals(reader.getSuperName());
  }

  /** Looks for an instruction that is linked to the dispatch class. */
  private static final class Uses extends ClassVisitor {
    boolean found;

    Uses() {
      super(Opcodes.ASM9);
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String name, String descriptor, String signature, String[] exceptions) {
      return new MethodVisitor(Opcodes.ASM9) {
        @Override
        public void visitMethodInsn(
            int opcode, String owner, String called, String type, boolean isInterface) {
          found |= owner.equals(Dispatch.NAME);
        }

        @Override
        public void visitInvokeDynamicInsn(
            String called, String type, Handle bootstrap, Object... arguments) {
          found |= bootstrap.getOwner().equals(Dispatch.NAME);
        }
      };
    }
  }
}
