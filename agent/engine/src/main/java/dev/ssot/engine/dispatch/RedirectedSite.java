package dev.ssot.engine.dispatch;

import dev.ssot.engine.detect.Site;
import dev.ssot.engine.redirect.Redirects;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.SwitchPoint;

/**
 * A call site that is to be redirected and asks each time, because the canonical instance is not
 * known yet or depends on the arguments. Without an answer it constructs, and tells what.
 */
final class RedirectedSite {
  private static final MethodHandle OBTAIN;
  private static final MethodHandle CONSTRUCTED;
  private static final MethodHandle ABANDONED;
  private static final MethodHandle IS_NULL;

  static {
    MethodHandles.Lookup lookup = MethodHandles.lookup();
    try {
      OBTAIN =
          lookup.findVirtual(
              RedirectedSite.class, "obtain", MethodType.methodType(Object.class, Object[].class));
      CONSTRUCTED =
          lookup.findVirtual(
              RedirectedSite.class,
              "constructed",
              MethodType.methodType(Object.class, Object.class, Object[].class));
      ABANDONED =
          lookup.findVirtual(RedirectedSite.class, "abandoned", MethodType.methodType(void.class));
      IS_NULL =
          lookup.findStatic(
              RedirectedSite.class, "isNull", MethodType.methodType(boolean.class, Object.class));
    } catch (ReflectiveOperationException impossible) {
      throw new ExceptionInInitializerError(impossible);
    }
  }

  private final MethodHandle constructor;
  private final MethodType type;
  private final Site site;
  private final Redirects redirects;
  private final ConstructionSite linked;
  private final SwitchPoint until;
  private final boolean keyed;

  RedirectedSite(
      MethodHandle constructor,
      Site site,
      Redirects redirects,
      ConstructionSite linked,
      SwitchPoint until) {
    this.constructor = constructor;
    this.type = constructor.type();
    this.site = site;
    this.redirects = redirects;
    this.linked = linked;
    this.until = until;
    this.keyed = redirects.isKeyed(site);
  }

  MethodHandle handle() {
    Class<?> made = type.returnType();
    MethodType asked = type.insertParameterTypes(0, Object.class);
    MethodHandle answer =
        MethodHandles.dropArguments(
            MethodHandles.identity(Object.class).asType(MethodType.methodType(made, Object.class)),
            1,
            type.parameterArray());
    MethodHandle construct = MethodHandles.dropArguments(constructing(), 0, Object.class);
    MethodHandle choose = MethodHandles.guardWithTest(IS_NULL, construct, answer.asType(asked));
    return MethodHandles.foldArguments(
        choose, collecting(OBTAIN.bindTo(this)).asType(type.changeReturnType(Object.class)));
  }

  /** Constructs and counts as ever, then tells. */
  private MethodHandle constructing() {
    Class<?> made = type.returnType();
    MethodHandle abandon =
        MethodHandles.foldArguments(
            MethodHandles.throwException(made, Throwable.class),
            MethodHandles.dropArguments(ABANDONED.bindTo(this), 0, Throwable.class));
    MethodHandle construct =
        MethodHandles.catchException(
            ConstructionHandles.counted(constructor, site), Throwable.class, abandon);
    MethodHandle tell =
        collecting(CONSTRUCTED.bindTo(this)).asType(type.insertParameterTypes(0, made));
    return MethodHandles.foldArguments(tell, construct);
  }

  private MethodHandle collecting(MethodHandle method) {
    return method.asCollector(Object[].class, type.parameterCount());
  }

  static boolean isNull(Object answer) {
    return answer == null;
  }

  Object obtain(Object[] arguments) {
    try {
      Object shared = redirects.obtain(site, type.returnType(), arguments);
      if (shared != null && !keyed) {
        linked.answerWith(shared, until);
      }
      return shared;
    } catch (RuntimeException | Error failed) {
      site.failed(failed);
      return null;
    }
  }

  Object constructed(Object made, Object[] arguments) {
    try {
      redirects.constructed(site, made, arguments);
    } catch (RuntimeException | Error failed) {
      site.failed(failed);
    }
    return made;
  }

  void abandoned() {
    try {
      redirects.abandoned(site);
    } catch (RuntimeException | Error failed) {
      site.failed(failed);
    }
  }
}
