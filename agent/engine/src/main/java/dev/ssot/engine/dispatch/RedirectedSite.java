package dev.ssot.engine.dispatch;

import dev.ssot.engine.detect.Site;
import dev.ssot.engine.redirect.Redirects;
import dev.ssot.engine.redirect.Vacancy;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.SwitchPoint;
import java.util.Arrays;

/**
 * A call site that is to be redirected and asks each time, because the canonical instance is not
 * known yet or depends on the arguments. Without an answer it constructs, and tells what.
 */
final class RedirectedSite {
  private static final MethodHandle OBTAIN;
  private static final MethodHandle CONSTRUCTED;
  private static final MethodHandle ABANDONED;
  private static final MethodHandle IS_OPEN;

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
              MethodType.methodType(Object.class, Object.class, Object.class));
      ABANDONED =
          lookup.findVirtual(RedirectedSite.class, "abandoned", MethodType.methodType(void.class));
      IS_OPEN =
          lookup.findStatic(
              RedirectedSite.class, "isOpen", MethodType.methodType(boolean.class, Object.class));
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
      boolean keyed,
      SwitchPoint until) {
    this.constructor = constructor;
    this.type = constructor.type();
    this.site = site;
    this.redirects = redirects;
    this.linked = linked;
    this.until = until;
    this.keyed = keyed;
  }

  MethodHandle handle() {
    Class<?> made = type.returnType();
    MethodType asked = type.insertParameterTypes(0, Object.class);
    MethodHandle answer =
        MethodHandles.dropArguments(
            MethodHandles.identity(Object.class).asType(MethodType.methodType(made, Object.class)),
            1,
            type.parameterArray());
    MethodHandle choose =
        MethodHandles.guardWithTest(IS_OPEN, constructing(), answer.asType(asked));
    MethodHandle obtain = OBTAIN.bindTo(this).asCollector(Object[].class, type.parameterCount());
    return MethodHandles.foldArguments(choose, obtain.asType(type.changeReturnType(Object.class)));
  }

  /** Constructs and counts as ever, then tells. Takes the answer before the arguments. */
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
        CONSTRUCTED.bindTo(this).asType(MethodType.methodType(made, made, Object.class));
    if (!keyed) { // two parameters more would be too many for the longest constructors
      MethodHandle told = MethodHandles.insertArguments(tell, 1, (Object) null);
      return MethodHandles.dropArguments(
          MethodHandles.filterReturnValue(construct, told), 0, Object.class);
    }
    return MethodHandles.foldArguments(
        MethodHandles.dropArguments(tell, 2, type.parameterArray()),
        MethodHandles.dropArguments(construct, 0, Object.class));
  }

  static boolean isOpen(Object answer) {
    return answer == null || answer instanceof Vacancy;
  }

  Object obtain(Object[] arguments) {
    try {
      Object answer = redirects.obtain(site, type.returnType(), keyed ? key(arguments) : null);
      if (answer != null && !keyed) {
        linked.answerWith(answer, until);
      }
      return answer;
    } catch (RuntimeException | Error failed) {
      site.failed(failed);
      return null;
    }
  }

  /** Equal values, null above all, mean something else to another constructor. */
  private Object[] key(Object[] arguments) {
    Object[] key = Arrays.copyOf(arguments, arguments.length + 1);
    key[arguments.length] = type.parameterArray();
    return key;
  }

  Object constructed(Object made, Object answer) {
    try {
      if (!keyed || answer != null) {
        redirects.constructed(site, made, answer);
      }
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
