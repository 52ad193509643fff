package dev.ssot.engine.dispatch;

import dev.ssot.engine.detect.Site;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/**
 * A construction as a method handle: mark the thread, run the constructor, count. All parts are
 * constants to the JIT compiler, which inlines them into the caller.
 */
final class ConstructionHandles {
  private static final MethodHandle MARK;
  private static final MethodHandle UNMARK;
  private static final MethodHandle CONSTRUCTED;
  private static final MethodHandle BEFORE_REFERENCE;

  static {
    MethodHandles.Lookup lookup = MethodHandles.lookup();
    try {
      MARK = lookup.findStatic(SsotDispatch.class, "mark", MethodType.methodType(void.class));
      UNMARK = lookup.findStatic(SsotDispatch.class, "unmark", MethodType.methodType(void.class));
      CONSTRUCTED =
          lookup.findVirtual(
              Site.class, "constructed", MethodType.methodType(Object.class, Object.class));
      BEFORE_REFERENCE =
          lookup.findVirtual(
              Site.class, "beforeReference", MethodType.methodType(void.class, Class.class));
    } catch (ReflectiveOperationException impossible) {
      throw new ExceptionInInitializerError(impossible);
    }
  }

  private ConstructionHandles() {}

  /**
   * In the mode that holds now.
   *
   * @param constructor returns the object, not {@code Object}
   * @param reference whether the class may have to be initialised first: its initialiser may itself
   *     construct
   */
  static MethodHandle of(MethodHandle constructor, Site site, boolean reference) {
    MethodHandle construct = counted(constructor, site);
    if (!reference) {
      return construct;
    }
    MethodHandle initialise =
        MethodHandles.insertArguments(BEFORE_REFERENCE, 0, site, constructor.type().returnType());
    return MethodHandles.foldArguments(construct, initialise);
  }

  private static MethodHandle counted(MethodHandle constructor, Site site) {
    MethodHandle construct = site.target.isHooked() ? marked(constructor) : constructor;
    if (!site.isCounted()) {
      return construct;
    }
    Class<?> made = constructor.type().returnType();
    MethodHandle count = CONSTRUCTED.bindTo(site).asType(MethodType.methodType(made, made));
    return told(MethodHandles.filterReturnValue(construct, count), site);
  }

  /** The same handle unless somebody records constructions. */
  private static MethodHandle told(MethodHandle counted, Site site) {
    MethodHandle tell = site.target.events.afterConstruction(site);
    if (tell == null) {
      return counted;
    }
    MethodHandle made = MethodHandles.identity(counted.type().returnType());
    return MethodHandles.filterReturnValue(counted, MethodHandles.foldArguments(made, tell));
  }

  /** A constructor that throws before its first instruction must leave no mark behind. */
  private static MethodHandle marked(MethodHandle constructor) {
    Class<?> made = constructor.type().returnType();
    MethodHandle unmark =
        MethodHandles.foldArguments(
            MethodHandles.throwException(made, Throwable.class),
            MethodHandles.dropArguments(UNMARK, 0, Throwable.class));
    return MethodHandles.catchException(
        MethodHandles.foldArguments(constructor, MARK), Throwable.class, unmark);
  }
}
