package dev.ssot.dist.safety;

import dev.ssot.dist.PackagedJar;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/** Copies of the packaged jar in which something is broken on purpose. */
final class BrokenJar {
  private static final int WITHOUT_CODE = Opcodes.ACC_ABSTRACT | Opcodes.ACC_NATIVE;

  private BrokenJar() {}

  /** All methods of a class that have code, constructors and initialisers among them. */
  static List<Fault> methods(String className, byte[] classFile) {
    List<Fault> methods = new ArrayList<>();
    new ClassReader(classFile)
        .accept(
            new ClassVisitor(Opcodes.ASM9) {
              @Override
              public MethodVisitor visitMethod(
                  int access, String name, String descriptor, String signature, String[] thrown) {
                if ((access & WITHOUT_CODE) == 0) {
                  methods.add(new Fault(className, name, descriptor));
                }
                return null;
              }
            },
            ClassReader.SKIP_CODE);
    return methods;
  }

  /** A jar in which the method does nothing but throw an error. */
  static void write(Path jar, Fault fault) {
    edit(
        jar,
        fault.className(),
        entry -> Files.write(entry, throwing(Files.readAllBytes(entry), fault)));
  }

  /** A jar that lacks a class. */
  static void without(Path jar, String className) {
    edit(jar, className, Files::delete);
  }

  /** A jar in which a class file ends half way. */
  static void truncated(Path jar, String className) {
    edit(
        jar,
        className,
        entry -> {
          byte[] bytes = Files.readAllBytes(entry);
          Files.write(entry, Arrays.copyOf(bytes, bytes.length / 2));
        });
  }

  private static void edit(Path jar, String className, Edit edit) {
    try {
      Files.copy(PackagedJar.path(), jar);
      try (FileSystem files = FileSystems.newFileSystem(jar)) {
        Path visible = files.getPath(className + ".class");
        Path hidden = files.getPath(PackagedJar.ZONE + className + ".classdata");
        edit.apply(Files.exists(visible) ? visible : hidden);
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static byte[] throwing(byte[] classFile, Fault fault) {
    ClassWriter writer = new ClassWriter(0);
    new ClassReader(classFile)
        .accept(
            new ClassVisitor(Opcodes.ASM9, writer) {
              @Override
              public MethodVisitor visitMethod(
                  int access, String name, String descriptor, String signature, String[] thrown) {
                MethodVisitor method =
                    super.visitMethod(access, name, descriptor, signature, thrown);
                if (!fault.isIn(name, descriptor)) {
                  return method;
                }
                throwError(method, fault, (access & Opcodes.ACC_STATIC) != 0);
                return null;
              }
            },
            0);
    return writer.toByteArray();
  }

  private static void throwError(MethodVisitor method, Fault fault, boolean isStatic) {
    method.visitCode();
    method.visitTypeInsn(Opcodes.NEW, "java/lang/Error");
    method.visitInsn(Opcodes.DUP);
    method.visitLdcInsn("broken on purpose: " + fault);
    method.visitMethodInsn(
        Opcodes.INVOKESPECIAL, "java/lang/Error", "<init>", "(Ljava/lang/String;)V", false);
    method.visitInsn(Opcodes.ATHROW);
    int arguments = Type.getArgumentsAndReturnSizes(fault.descriptor()) >> 2;
    method.visitMaxs(3, isStatic ? arguments - 1 : arguments);
    method.visitEnd();
  }

  /**
   * A method that is to throw.
   *
   * @param className internal name
   */
  record Fault(String className, String method, String descriptor) {
    boolean isIn(String name, String otherDescriptor) {
      return method.equals(name) && descriptor.equals(otherDescriptor);
    }

    @Override
    public String toString() {
      return className.replace('/', '.') + "#" + method + descriptor;
    }
  }

  /** What to do to an entry. */
  private interface Edit {
    void apply(Path entry) throws IOException;
  }
}
