package dev.ssot.engine.weave;

import dev.ssot.engine.weave.site.WovenSite;
import java.util.Arrays;
import net.bytebuddy.jar.asm.Handle;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/**
 * The members of the dispatch class as woven code names them. Never the class itself: weaving must
 * not depend on where it is defined.
 */
final class Dispatch {
  static final String NAME = "java/lang/SsotDispatch";
  static final Handle CONSTRUCT = bootstrap("construct");
  static final Handle REFERENCE = bootstrap("reference");

  private Dispatch() {}

  static void mark(MethodVisitor code) {
    call(code, "mark", "()V");
  }

  static void markIf(MethodVisitor code) {
    call(code, "markIf", "(Z)V");
  }

  static void entered(MethodVisitor code) {
    call(code, "entered", "()Z");
  }

  static void completed(MethodVisitor code) {
    call(code, "completed", "(Ljava/lang/Object;ZLjava/lang/String;)V");
  }

  static void instead(MethodVisitor code) {
    call(code, "instead", "(Ljava/lang/String;Ljava/lang/Class;)Ljava/lang/Object;");
  }

  static void constructed(MethodVisitor code) {
    call(code, "constructed", "(Ljava/lang/Object;Ljava/lang/String;)V");
  }

  static void learned(MethodVisitor code) {
    call(code, "learned", "(Ljava/lang/Object;Ljava/lang/String;)V");
  }

  static void guarded(MethodVisitor code) {
    call(code, "guarded", "(Ljava/lang/Object;Ljava/lang/String;)Z");
  }

  /** The static arguments, and the constants that tell the site. */
  static Object[] withFacts(WovenSite site, Object... arguments) {
    Object[] all = Arrays.copyOf(arguments, arguments.length + SsotDispatch.FACTS);
    int next = arguments.length;
    all[next++] = site.method();
    all[next++] = site.descriptor();
    all[next++] = site.ordinal();
    all[next++] = site.file();
    all[next++] = site.line();
    all[next] = site.callLine();
    return all;
  }

  /** The same for class files without bootstrap methods. */
  static String joinedFacts(WovenSite site) {
    return site.className()
        + '\n'
        + site.method()
        + '\n'
        + site.descriptor()
        + '\n'
        + site.ordinal()
        + '\n'
        + site.file()
        + '\n'
        + site.line()
        + '\n'
        + site.callLine();
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
