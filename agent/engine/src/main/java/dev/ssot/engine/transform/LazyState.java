package dev.ssot.engine.transform;

import dev.ssot.bootstrap.pattern.ClassNames;
import dev.ssot.bootstrap.pattern.JdkClasses;
import dev.ssot.engine.weave.scan.DeclaredField;
import dev.ssot.engine.weave.scan.FieldUse;
import dev.ssot.engine.weave.scan.MethodReach;
import dev.ssot.engine.weave.scan.MethodReach.MethodName;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * Tells whether code gives the same answer whenever it is called, and leaves nothing behind but the
 * instance: whether it uses no more state than a lazy singleton needs. Code that reads a setting
 * which the application is yet to make, or remembers that it failed, does harm if called early.
 *
 * <p>It may read and write fields of the target's type and those of the target's objects, read
 * final fields whose value cannot change, lock, and use an {@code AtomicReference} to the target.
 * It must not use maps, arrays, flags or counters, as nobody sees what else these stand for.
 */
final class LazyState {
  /** Types of the JDK whose objects never change, or only lock, or only tell what happens. */
  private static final String[] HARMLESS = {
    "java/lang/Object",
    "java/lang/String",
    "java/lang/Class",
    "java/lang/Boolean",
    "java/lang/Character",
    "java/lang/Number",
    "java/lang/Byte",
    "java/lang/Short",
    "java/lang/Integer",
    "java/lang/Long",
    "java/lang/Float",
    "java/lang/Double",
    "java/lang/Enum",
    "java/math/BigDecimal",
    "java/math/BigInteger",
    "java/net/URI",
    "java/net/URL",
    "java/nio/charset/Charset",
    "java/util/Locale",
    "java/util/UUID",
    "java/util/concurrent/TimeUnit",
    "java/util/regex/Pattern",
    "java/util/logging/Logger",
  };

  private static final String[] HARMLESS_PACKAGES = {"java/time/", "java/util/concurrent/locks/"};

  /** The rest of what locks offer tells or changes whether they are held. */
  private static final String[] LOCKING = {
    "<init>", "lock", "lockInterruptibly", "unlock", "readLock", "writeLock"
  };

  /** Methods of the JDK that read or change what all of the JVM shares, or files. */
  private static final String[] SETTINGS = {
    "java/lang/System.getProp",
    "java/lang/System.setProp",
    "java/lang/System.clearProperty",
    "java/lang/Boolean.getBoolean",
    "java/lang/Integer.getInteger",
    "java/lang/Long.getLong",
    "java/util/Locale.getDefault",
    "java/util/Locale.setDefault",
    "java/util/TimeZone.getDefault",
    "java/util/TimeZone.setDefault",
    "java/util/prefs/",
    "java/security/Security.",
    "java/sql/DriverManager.",
    "java/lang/management/",
    "java/io/File",
    "java/io/RandomAccessFile.",
    "java/nio/file/",
    "java/nio/channels/",
  };

  private static final String REFERENCE = "java/util/concurrent/atomic/AtomicReference";
  private static final String LOCKS = "java/util/concurrent/locks/";

  private final LoadedClasses loaded;

  /** The internal names of the target and of its supertypes that are not the JDK's. */
  private final Set<String> target = new HashSet<>();

  /**
   * @param target internal name
   * @param type its class; null if it is not known
   */
  @SuppressWarnings("MissingSummary") // the class says it
  LazyState(LoadedClasses loaded, String target, Class<?> type) {
    this.loaded = loaded;
    this.target.add(target);
    addSupertypes(type);
  }

  private void addSupertypes(Class<?> type) {
    if (type != null && !JdkClasses.isLoader(type.getClassLoader())) {
      target.add(ClassNames.internal(type.getName()));
      addSupertypes(type.getSuperclass());
      for (Class<?> each : type.getInterfaces()) {
        addSupertypes(each);
      }
    }
  }

  /** Tells whether a method itself uses no other state; not so what it calls. */
  boolean isAllOf(MethodReach reach, Class<?> in) {
    for (FieldUse use : reach.fields()) {
      if (!mayUse(use, reach, in)) {
        return false;
      }
    }
    for (MethodName call : reach.calls()) {
      if (!mayCall(call)) {
        return false;
      }
    }
    for (String cast : reach.casts()) {
      if (!isHarmless(cast)) {
        return false;
      }
    }
    return true;
  }

  /** Tells whether a method that a class of the application inherits from the JDK may be called. */
  boolean mayInherit(MethodName method, Class<?> from) {
    return target.contains(method.owner)
        || method.name.equals("<init>")
        || from == Object.class
        || from == Enum.class
        || Throwable.class.isAssignableFrom(from);
  }

  private boolean mayUse(FieldUse use, MethodReach reach, Class<?> in) {
    if (isOfTarget(use)) {
      return true;
    }
    if (JdkClasses.isName(use.owner)) {
      return !use.isWrite;
    }
    boolean ofNewObject =
        !use.isStatic
            && reach.isConstructor()
            && use.owner.equals(ClassNames.internal(in.getName()));
    return ofNewObject || (!use.isWrite && isConstant(use, in));
  }

  private boolean isOfTarget(FieldUse use) {
    return (!use.isStatic && target.contains(use.owner)) || isTarget(use.descriptor);
  }

  private boolean isTarget(String descriptor) {
    return descriptor.charAt(0) == 'L' && target.contains(named(descriptor));
  }

  private boolean isConstant(FieldUse use, Class<?> in) {
    DeclaredField declared = declaration(use, loaded.find(in.getClassLoader(), use.owner));
    if (declared == null || !declared.isFinal()) {
      return false;
    }
    if (use.descriptor.length() == 1) {
      return true; // a primitive type
    }
    return use.descriptor.equals("L" + REFERENCE + ";")
        ? isReferenceToTarget(declared)
        : use.descriptor.charAt(0) == 'L' && isHarmless(named(use.descriptor));
  }

  private boolean isReferenceToTarget(DeclaredField declared) {
    for (String each : target) {
      if (declared.isOf(each)) {
        return true;
      }
    }
    return false;
  }

  /** Finds the declaration of a field, which the class that the code names may inherit. */
  private static DeclaredField declaration(FieldUse use, Class<?> owner) {
    if (owner == null || JdkClasses.isLoader(owner.getClassLoader())) {
      return null;
    }
    byte[] classFile =
        new LoaderClassFiles(owner.getClassLoader()).read(ClassNames.internal(owner.getName()));
    DeclaredField declared = classFile == null ? null : DeclaredField.of(classFile, use);
    for (Class<?> each : owner.getInterfaces()) {
      declared = declared == null ? declaration(use, each) : declared;
    }
    return declared == null ? declaration(use, owner.getSuperclass()) : declared;
  }

  /** Tells whether an object of that type holds no state but what the code of its class shows. */
  private static boolean isHarmless(String type) {
    return type.charAt(0) != '['
        && (!JdkClasses.isName(type)
            || Arrays.asList(HARMLESS).contains(type)
            || ClassNames.startsWithAny(type, HARMLESS_PACKAGES));
  }

  private static boolean mayCall(MethodName call) {
    return call.owner.startsWith(LOCKS)
        ? Arrays.asList(LOCKING).contains(call.name)
        : !ClassNames.startsWithAny(call.owner + '.' + call.name, SETTINGS);
  }

  private static String named(String descriptor) {
    return descriptor.substring(1, descriptor.length() - 1);
  }
}
