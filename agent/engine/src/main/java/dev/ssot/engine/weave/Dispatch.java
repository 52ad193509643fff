package dev.ssot.engine.weave;

import net.bytebuddy.jar.asm.Handle;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/**
 * The names of the members of the dispatch class in woven code. It never refers to the class
 * itself, because weaving must not depend on where that is defined.
 */
final class Dispatch {
  static final String NAME = "java/lang/SsotDispatch";
  static final Handle CONSTRUCT = bootstrap("construct");
  static final Handle REFERENCE = bootstrap("reference");

  private Dispatch() {}

  static void constructs(MethodVisitor code, int site, String target) {
    code.visitLdcInsn(site);
    code.visitLdcInsn(Type.getObjectType(target));
    call(code, "constructs", "(ILjava/lang/Class;)Z");
  }

  static void calls(MethodVisitor code, int site, Type caller) {
    code.visitLdcInsn(site);
    code.visitLdcInsn(caller);
    call(code, "calls", "(ILjava/lang/Class;)Ljava/lang/Object;");
  }

  static void asks(MethodVisitor code, int site) {
    code.visitLdcInsn(site);
    call(code, "asks", "(I)Z");
  }

  /** The arguments lie on the operand stack as an array. */
  static void callsWithArguments(MethodVisitor code, int site, Type caller) {
    code.visitLdcInsn(site);
    code.visitLdcInsn(caller);
    call(code, "calls", "([Ljava/lang/Object;ILjava/lang/Class;)Ljava/lang/Object;");
  }

  static void answers(MethodVisitor code) {
    call(code, "answers", "(Ljava/lang/Object;)Z");
  }

  static void answer(MethodVisitor code) {
    call(code, "answer", "(Ljava/lang/Object;)Ljava/lang/Object;");
  }

  static void made(MethodVisitor code, int site) {
    code.visitLdcInsn(site);
    call(code, "made", "(Ljava/lang/Object;Ljava/lang/Object;I)V");
  }

  static void markInner(MethodVisitor code) {
    call(code, "markInner", "(I)V");
  }

  static void markIf(MethodVisitor code) {
    call(code, "markIf", "(I)V");
  }

  static void entered(MethodVisitor code) {
    call(code, "entered", "()I");
  }

  static void completed(MethodVisitor code) {
    call(code, "completed", "(Ljava/lang/Object;ILjava/lang/String;)V");
  }

  static void threw(MethodVisitor code, int site) {
    code.visitLdcInsn(site);
    call(code, "threw", "(Ljava/lang/Throwable;I)Ljava/lang/Throwable;");
  }

  static void threw(MethodVisitor code) {
    call(code, "threw", "(Ljava/lang/Throwable;ILjava/lang/Class;)Ljava/lang/Throwable;");
  }

  static void noticed(MethodVisitor code) {
    call(code, "noticed", "(Ljava/lang/Object;)V");
  }

  static void learned(MethodVisitor code) {
    call(code, "learned", "(Ljava/lang/Object;Ljava/lang/String;)V");
  }

  static void written(MethodVisitor code) {
    call(code, "written", "(Ljava/lang/Object;Ljava/lang/String;)V");
  }

  static void returned(MethodVisitor code) {
    call(code, "returned", "(Ljava/lang/String;)V");
  }

  static void leaving(MethodVisitor code) {
    call(code, "leaving", "(Ljava/lang/String;)V");
  }

  static void back(MethodVisitor code) {
    call(code, "back", "()V");
  }

  static void guarded(MethodVisitor code) {
    call(code, "guarded", "(Ljava/lang/Object;Ljava/lang/String;)Z");
  }

  private static void call(MethodVisitor code, String name, String descriptor) {
    code.visitMethodInsn(Opcodes.INVOKESTATIC, NAME, name, descriptor, false);
  }

  private static Handle bootstrap(String name) {
    return new Handle(
        Opcodes.H_INVOKESTATIC,
        NAME,
        name,
        "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;"
            + "Ljava/lang/invoke/MethodType;[Ljava/lang/Object;)Ljava/lang/invoke/CallSite;",
        false);
  }
}
