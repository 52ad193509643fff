package dev.ssot.engine.weave.jdk;

import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.FieldVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/**
 * Makes a class of the JDK ask the dispatch class. Either all hooks of a class are put in or none,
 * so that a class that a JDK has written differently is left alone. No member is added, as
 * retransformation forbids that.
 */
public final class JdkWeaver extends ClassVisitor implements Runnable {
  private final HookedClass hooked;
  private int fields;
  private int hooks;

  private JdkWeaver(ClassVisitor next, HookedClass hooked) {
    super(Opcodes.ASM9, next);
    this.hooked = hooked;
  }

  /**
   * Weaves the class file of a class that has hooks.
   *
   * @return null if it is not written as expected
   */
  public static byte[] weave(HookedClass hooked, byte[] classFile) {
    ClassReader reader = new ClassReader(classFile);
    // Computes neither frames nor maxima: both would need classes that are being retransformed.
    ClassWriter writer = new ClassWriter(reader, 0);
    JdkWeaver weaver = new JdkWeaver(writer, hooked);
    reader.accept(weaver, ClassReader.EXPAND_FRAMES);
    boolean complete = weaver.fields == hooked.fields && weaver.hooks == hooked.hooks;
    return complete ? writer.toByteArray() : null;
  }

  /** Takes note that a hook was put in its place. */
  @Override
  public void run() {
    hooks++;
  }

  @Override
  public FieldVisitor visitField(
      int access, String name, String descriptor, String signature, Object value) {
    if (hooked.reads(name)) {
      fields++;
    }
    return super.visitField(access, name, descriptor, signature, value);
  }

  @Override
  public MethodVisitor visitMethod(
      int access, String name, String descriptor, String signature, String[] exceptions) {
    MethodVisitor writer = super.visitMethod(access, name, descriptor, signature, exceptions);
    return hooked.hook(name + descriptor, writer, this);
  }
}
