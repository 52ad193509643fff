package dev.ssot.engine.weave;

import dev.ssot.engine.stack.Frames;
import java.lang.invoke.MethodHandle;
import net.bytebuddy.jar.asm.AnnotationVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/**
 * The class that constructs on behalf of one {@code X::new}: a {@code make} of the dispatch class
 * that initialises {@code X} as a plain {@code new} does, and calls a method handle. To be defined
 * as a part of the class that refers, with its rights, so that the JVM hides its frames.
 */
public final class ReferenceClass {
  private static final String SUFFIX = Frames.MAKER;
  private static final String HANDLE = "java/lang/invoke/MethodHandle";
  private static final String HANDLE_TYPE = 'L' + HANDLE + ';';
  private static final String CONSTRUCTOR = "constructor";
  private static final String OBJECT = "Ljava/lang/Object;";

  /** By this annotation Java 8 to 14 hide a frame; from 15 on they hide those of a hidden class. */
  static final String HIDDEN = "Ljava/lang/invoke/LambdaForm$Hidden;";

  private ReferenceClass() {}

  /**
   * Returns the class file. The class has a public constructor that takes the {@link MethodHandle},
   * which takes and returns {@code Object}s.
   *
   * @param caller internal name of the class that refers
   * @param target internal name of the class that is constructed
   * @param arguments number of arguments of the constructor
   */
  public static byte[] of(String caller, String target, int arguments) {
    String name = caller + SUFFIX;
    ClassWriter writer = new ClassWriter(0);
    int access = Opcodes.ACC_PUBLIC | Opcodes.ACC_FINAL | Opcodes.ACC_SUPER;
    writer.visit(Opcodes.V1_8, access, name, null, Dispatch.NAME, null);
    int field = Opcodes.ACC_PRIVATE | Opcodes.ACC_FINAL;
    writer.visitField(field, CONSTRUCTOR, HANDLE_TYPE, null, null).visitEnd();
    constructor(writer, name);
    make(writer, name, target, arguments);
    writer.visitEnd();
    return writer.toByteArray();
  }

  private static void constructor(ClassWriter writer, String name) {
    String descriptor = '(' + HANDLE_TYPE + ")V";
    MethodVisitor code = writer.visitMethod(Opcodes.ACC_PUBLIC, "<init>", descriptor, null, null);
    code.visitCode();
    code.visitVarInsn(Opcodes.ALOAD, 0);
    code.visitMethodInsn(Opcodes.INVOKESPECIAL, Dispatch.NAME, "<init>", "()V", false);
    code.visitVarInsn(Opcodes.ALOAD, 0);
    code.visitVarInsn(Opcodes.ALOAD, 1);
    code.visitFieldInsn(Opcodes.PUTFIELD, name, CONSTRUCTOR, HANDLE_TYPE);
    code.visitInsn(Opcodes.RETURN);
    code.visitMaxs(2, 2);
    code.visitEnd();
  }

  private static void make(ClassWriter writer, String name, String target, int arguments) {
    String descriptor = descriptor(arguments);
    MethodVisitor code = writer.visitMethod(Opcodes.ACC_PUBLIC, "make", descriptor, null, null);
    AnnotationVisitor hidden = code.visitAnnotation(HIDDEN, true);
    hidden.visitEnd();
    code.visitCode();
    code.visitTypeInsn(Opcodes.NEW, target);
    code.visitInsn(Opcodes.POP);
    code.visitVarInsn(Opcodes.ALOAD, 0);
    code.visitFieldInsn(Opcodes.GETFIELD, name, CONSTRUCTOR, HANDLE_TYPE);
    for (int i = 1; i <= arguments; i++) {
      code.visitVarInsn(Opcodes.ALOAD, i);
    }
    code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, HANDLE, "invokeExact", descriptor, false);
    code.visitInsn(Opcodes.ARETURN);
    code.visitMaxs(arguments + 1, arguments + 1);
    code.visitEnd();
  }

  private static String descriptor(int arguments) {
    StringBuilder descriptor = new StringBuilder("(");
    for (int i = 0; i < arguments; i++) {
      descriptor.append(OBJECT);
    }
    return descriptor.append(')').append(OBJECT).toString();
  }
}
