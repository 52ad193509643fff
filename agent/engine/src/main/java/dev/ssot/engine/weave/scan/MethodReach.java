package dev.ssot.engine.weave.scan;

import dev.ssot.engine.canonical.LearnedMember;
import dev.ssot.engine.weave.site.ClassFiles;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ConstantDynamic;
import net.bytebuddy.jar.asm.Handle;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/**
 * What one method of a class reaches statically: the classes that it may initialise, the methods
 * that it calls and the fields that it uses. Read off the class file.
 */
public final class MethodReach extends ClassVisitor {
  /** Methods of the JDK that run code which nobody sees in the method: any class, any thread's. */
  private static final String[] REFLECTIVE = {
    "java/lang/reflect/",
    "java/lang/invoke/",
    "java/lang/Class.forName",
    "java/lang/Class.newInstance",
    "java/lang/ClassLoader.",
    "java/lang/ThreadLocal.",
    "java/lang/InheritableThreadLocal.",
    "java/util/ServiceLoader.",
    "java/beans/",
    "javax/naming/"
  };

  /** Functions: types of the JDK that an application implements to be called. */
  private static final String[] FUNCTIONS = {
    "java/util/function/",
    "java/lang/Runnable",
    "java/util/concurrent/Callable",
    "java/util/Comparator",
    "java/security/Privileged"
  };

  private final String name;
  private final String descriptor;
  private final Set<String> classes = new LinkedHashSet<>();
  private final Set<MethodName> calls = new LinkedHashSet<>();
  private final List<FieldUse> fields = new ArrayList<>();
  private final Set<String> casts = new LinkedHashSet<>();
  private boolean declared;
  private boolean opaque;
  private int flags;

  private MethodReach(String name, String descriptor) {
    super(Opcodes.ASM9);
    this.name = name;
    this.descriptor = descriptor;
  }

  /**
   * Reads a method. Throws what ASM throws on a class file that it cannot read.
   *
   * @param descriptor null for any without parameters
   */
  public static MethodReach of(byte[] classFile, String name, String descriptor) {
    MethodReach reach = new MethodReach(name, descriptor);
    new ClassReader(classFile).accept(reach, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    return reach;
  }

  /**
   * Tells whether a class has a static member of that name, or one that counts like it, whose
   * declared type does not rule out an instance of the target.
   *
   * @param target internal name
   * @param files that the target sees
   */
  public static boolean hasMember(
      byte[] classFile, LearnedMember member, String target, ClassFiles files) {
    LearningScan scan =
        LearningScan.of(new ClassReader(classFile), Collections.singletonList(member));
    ClassHeaders headers = new ClassHeaders(files);
    for (String type : scan.typesOf(member)) {
      if (headers.mayBe(target, type)) {
        return true;
      }
    }
    return false;
  }

  /** Tells whether the class itself declares the method. */
  public boolean isDeclared() {
    return declared;
  }

  /** Tells whether the method is static and holds the monitor of its class as it runs. */
  public boolean isStaticAndSynchronized() {
    int both = Opcodes.ACC_STATIC | Opcodes.ACC_SYNCHRONIZED;
    return (flags & both) == both;
  }

  /** Tells whether a class that inherits the method may have another one in its place. */
  public boolean isOverridable() {
    int fixed = Opcodes.ACC_STATIC | Opcodes.ACC_PRIVATE | Opcodes.ACC_FINAL;
    return (flags & fixed) == 0 && !isConstructor();
  }

  /** Tells whether the code does not tell what it reaches. */
  public boolean isOpaque() {
    return opaque;
  }

  /** Returns the internal names of the classes that it may initialise. */
  public Set<String> classes() {
    return classes;
  }

  /** Returns the methods that it calls, or makes a function of. */
  public Set<MethodName> calls() {
    return calls;
  }

  /** Returns the fields that it reads or writes. */
  public List<FieldUse> fields() {
    return fields;
  }

  /** Returns the internal names, or descriptors of arrays, that it casts objects to. */
  public Set<String> casts() {
    return casts;
  }

  /** Tells whether it is a constructor. */
  public boolean isConstructor() {
    return name.equals("<init>");
  }

  @Override
  public MethodVisitor visitMethod(
      int access, String method, String type, String signature, String[] exceptions) {
    boolean wanted = descriptor == null ? type.startsWith("()") : type.equals(descriptor);
    if (!method.equals(name) || !wanted) {
      return null;
    }
    flags = declared ? flags & access : access;
    declared = true;
    opaque |= (access & (Opcodes.ACC_NATIVE | Opcodes.ACC_ABSTRACT)) != 0;
    return new Code();
  }

  /**
   * Tells whether a type is one of functions. What a function that comes out of a field or a
   * container does, the code hides; one that the code itself makes is followed.
   */
  static boolean isFunction(String type) {
    for (String function : FUNCTIONS) {
      if (type.startsWith(function)) {
        return true;
      }
    }
    return false;
  }

  /** Tells whether a method of the JDK runs code that its caller does not show. */
  static boolean isReflective(String owner, String method) {
    String called = owner + '.' + method;
    for (String reflective : REFLECTIVE) {
      if (called.startsWith(reflective)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOfTheJdk(String owner) {
    return owner.startsWith("java/");
  }

  private void call(String owner, String method, String type) {
    opaque |= isReflective(owner, method);
    if (!owner.startsWith("[")) {
      calls.add(new MethodName(owner, method, type));
    }
  }

  /** A method that is called. Pure data. */
  public static final class MethodName {
    public final String owner;
    public final String name;
    public final String descriptor;

    /** Takes an internal name, a name and a descriptor. */
    public MethodName(String owner, String name, String descriptor) {
      this.owner = owner;
      this.name = name;
      this.descriptor = descriptor;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof MethodName && other.toString().equals(toString());
    }

    @Override
    public int hashCode() {
      return toString().hashCode();
    }

    @Override
    public String toString() {
      return owner + '.' + name + descriptor;
    }
  }

  private final class Code extends MethodVisitor {
    Code() {
      super(Opcodes.ASM9);
    }

    @Override
    public void visitTypeInsn(int opcode, String type) {
      if (opcode == Opcodes.NEW) {
        classes.add(type);
      }
      if (opcode == Opcodes.CHECKCAST) {
        casts.add(type);
        opaque |= isFunction(type);
      }
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String field, String type) {
      if (opcode == Opcodes.GETSTATIC || opcode == Opcodes.PUTSTATIC) {
        classes.add(owner);
      }
      FieldUse use = new FieldUse(opcode, owner, field, type);
      fields.add(use);
      opaque |= !use.isWrite && type.charAt(0) == 'L' && isFunction(type.substring(1));
    }

    @Override
    public void visitMethodInsn(
        int opcode, String owner, String method, String type, boolean isInterface) {
      if (opcode == Opcodes.INVOKEINTERFACE) {
        opaque |= !isOfTheJdk(owner); // it may be implemented anywhere
        calls.add(new MethodName(owner, method, type));
        return;
      }
      call(owner, method, type);
    }

    @Override
    public void visitInvokeDynamicInsn(
        String method, String type, Handle bootstrap, Object... arguments) {
      opaque |= !isOfTheJdk(bootstrap.getOwner());
      for (Object argument : arguments) {
        if (argument instanceof Handle) {
          Handle handle = (Handle) argument;
          opaque |= handle.getTag() == Opcodes.H_INVOKEINTERFACE && !isOfTheJdk(handle.getOwner());
          call(handle.getOwner(), handle.getName(), handle.getDesc());
        }
        opaque |= argument instanceof ConstantDynamic;
      }
    }

    @Override
    public void visitLdcInsn(Object value) {
      opaque |= value instanceof ConstantDynamic || value instanceof Handle;
    }
  }
}
