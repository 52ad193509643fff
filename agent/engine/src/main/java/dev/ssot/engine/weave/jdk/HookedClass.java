package dev.ssot.engine.weave.jdk;

import dev.ssot.bootstrap.pattern.ClassNames;
import dev.ssot.engine.place.Kind;
import net.bytebuddy.jar.asm.MethodVisitor;

/** The classes of the JDK that have hooks, and where the hooks go. */
public enum HookedClass {
  /** Reflection, and through it containers and {@code ServiceLoader}. */
  CONSTRUCTOR("java/lang/reflect/Constructor", Kind.REFLECTION, 1, 1) {
    @Override
    boolean reads(String field) {
      return field.equals("root");
    }

    /** Hooks both methods, as it depends on the JDK which of them reads the accessor. */
    @Override
    MethodVisitor hook(String method, MethodVisitor next, Runnable done) {
      return method.startsWith("newInstance(") || method.startsWith("newInstanceWithCaller(")
          ? new ReflectionHook(method.substring(method.indexOf('(')), next, done)
          : next;
    }
  },
  /** Comes before {@link #LOOKUP}, as the metafactory accepts no wrapped handle. */
  METAFACTORY("java/lang/invoke/LambdaMetafactory", Kind.METHOD_HANDLE, 0, 2) {
    @Override
    MethodVisitor hook(String method, MethodVisitor next, Runnable done) {
      boolean plain = method.startsWith("metafactory(");
      return plain || method.startsWith("altMetafactory(")
          ? new MetafactoryHook(plain, next, done)
          : next;
    }
  },
  /** Method handles. */
  LOOKUP("java/lang/invoke/MethodHandles$Lookup", Kind.METHOD_HANDLE, 0, 3) {
    @Override
    MethodVisitor hook(String method, MethodVisitor next, Runnable done) {
      if (method.startsWith("findConstructor(") || method.startsWith("unreflectConstructor(")) {
        return new LookupHook(next, done);
      }
      return method.startsWith("revealDirect(") ? new RevealHook(next, done) : next;
    }
  },
  /** Deserialization. */
  STREAM_CLASS("java/io/ObjectStreamClass", Kind.DESERIALIZATION, 2, 2) {
    @Override
    boolean reads(String field) {
      return field.equals("cl") || field.equals("readResolveMethod");
    }

    @Override
    MethodVisitor hook(String method, MethodVisitor next, Runnable done) {
      if (method.startsWith("hasReadResolveMethod(")) {
        return new HasReadResolveHook(next, done);
      }
      return method.startsWith("invokeReadResolve(") ? new ReadResolveHook(next, done) : next;
    }
  };

  /** Internal name. */
  public final String internalName;

  /** The kind of the constructions that only this hook can redirect. */
  public final Kind kind;

  /** How many fields of the class the hooks read. */
  final int fields;

  /** How many hooks have to find their place. */
  final int hooks;

  HookedClass(String internalName, Kind kind, int fields, int hooks) {
    this.internalName = internalName;
    this.kind = kind;
    this.fields = fields;
    this.hooks = hooks;
  }

  /** Returns the binary name. */
  public String binaryName() {
    return ClassNames.binary(internalName);
  }

  /** Finds what to hook in a class; null if there is nothing. */
  public static HookedClass of(String internalName) {
    for (HookedClass each : values()) {
      if (each.internalName.equals(internalName)) {
        return each;
      }
    }
    return null;
  }

  /** Tells whether a hook reads that field. */
  boolean reads(String field) {
    return false;
  }

  /**
   * Returns the hook of a method; {@code next} if it has none.
   *
   * @param method name and descriptor
   * @param done run whenever a hook was put in its place
   */
  abstract MethodVisitor hook(String method, MethodVisitor next, Runnable done);
}
