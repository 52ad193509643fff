package dev.ssot.engine.weave.scan;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.FieldVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/** What the class file of a target, and those of its superclasses, tell of its objects' state. */
final class StateScan extends ClassVisitor {
  private static final String SERIALIZABLE = "java/io/Serializable";

  /** Methods by which a class reads or writes its objects itself. */
  private static final Set<String> OF_ITS_OWN =
      new HashSet<>(
          Arrays.asList(
              "readObject",
              "writeObject",
              "readExternal",
              "writeExternal",
              "readResolve",
              "writeReplace",
              "readObjectNoData"));

  private final String name;
  private boolean configurable;
  private boolean stored;

  private StateScan(String name) {
    super(Opcodes.ASM9);
    this.name = name;
  }

  /**
   * Tells whether others than the class itself can configure its objects after construction, as far
   * as class files can be read.
   */
  static boolean isConfigurable(ClassReader target, ClassHeaders headers) {
    for (ClassReader type = target; type != null; type = parent(type, headers)) {
      if (of(type).configurable) {
        return true;
      }
    }
    return false;
  }

  /** Tells whether an object that is deserialized gets a state by that. What is unclear has one. */
  static boolean isRead(ClassReader target, ClassHeaders headers) {
    ClassReader type = target;
    while (type != null && isSerializable(type, headers)) {
      if (of(type).stored) {
        return true;
      }
      if (isLast(type.getSuperName())) {
        return false;
      }
      type = headers.of(type.getSuperName());
    }
    return type == null;
  }

  /** Tells whether it may be; a supertype that cannot be read may make it so. */
  private static boolean isSerializable(ClassReader type, ClassHeaders headers) {
    return !headers.isKnownNotToBe(type, SERIALIZABLE);
  }

  private static ClassReader parent(ClassReader type, ClassHeaders headers) {
    return isLast(type.getSuperName()) ? null : headers.of(type.getSuperName());
  }

  private static boolean isLast(String superName) {
    return superName == null
        || superName.equals("java/lang/Object")
        || superName.equals("java/lang/Record");
  }

  private static StateScan of(ClassReader type) {
    StateScan scan = new StateScan(type.getClassName());
    type.accept(scan, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    return scan;
  }

  @Override
  public FieldVisitor visitField(
      int access, String field, String descriptor, String signature, Object value) {
    boolean ofObject = (access & Opcodes.ACC_STATIC) == 0;
    int open = access & (Opcodes.ACC_PUBLIC | Opcodes.ACC_FINAL);
    configurable |= ofObject && open == Opcodes.ACC_PUBLIC;
    stored |= ofObject && (access & Opcodes.ACC_TRANSIENT) == 0;
    stored |= field.equals("serialPersistentFields");
    return null;
  }

  @Override
  public MethodVisitor visitMethod(
      int access, String method, String descriptor, String signature, String[] exceptions) {
    boolean open = (access & (Opcodes.ACC_STATIC | Opcodes.ACC_PRIVATE)) == 0;
    configurable |=
        open && (ChangingCalls.isNamed(method) || ChangingCalls.isFluent(name, descriptor));
    stored |= OF_ITS_OWN.contains(method);
    return null;
  }
}
