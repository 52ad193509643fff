package dev.ssot.engine.dispatch;

import dev.ssot.engine.ledger.PlainSite;
import dev.ssot.engine.ledger.Site;
import dev.ssot.engine.ledger.Target;
import dev.ssot.engine.stack.Stopped;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/**
 * A construction as a method handle: mark the thread, run the constructor, count; or the shared
 * instance instead. All parts are constants to the JIT compiler, which inlines them into the
 * caller.
 */
final class ConstructionHandles {
  private static final MethodHandle MARK;
  private static final MethodHandle CONSTRUCTED;
  private static final MethodHandle REDIRECTED;
  private static final MethodHandle FAILED;
  private static final MethodHandle MAY_BE_IN_PROVIDER;
  private static final MethodHandle NOTED;

  /** Constructors with more parameters than that leave no room for an exception handler. */
  private static final int LONGEST = 250;

  static {
    MethodHandles.Lookup lookup = MethodHandles.lookup();
    try {
      MethodType nothing = MethodType.methodType(void.class);
      MARK = lookup.findVirtual(PlainSite.class, "markThread", nothing);
      CONSTRUCTED =
          lookup.findVirtual(
              Site.class, "countConstruction", MethodType.methodType(Object.class, Object.class));
      REDIRECTED =
          lookup.findVirtual(Site.class, "countRedirect", MethodType.methodType(void.class));
      MAY_BE_IN_PROVIDER =
          lookup.findStatic(
              SsotDispatch.class, "mayBeInProvider", MethodType.methodType(boolean.class));
      NOTED =
          lookup.findVirtual(
              Target.class, "noteMade", MethodType.methodType(Object.class, Object.class));
      FAILED =
          lookup.findStatic(
              ConstructionHandles.class,
              "failed",
              MethodType.methodType(void.class, Site.class, Throwable.class));
    } catch (ReflectiveOperationException impossible) {
      throw new ExceptionInInitializerError(impossible);
    }
  }

  private ConstructionHandles() {}

  /** Constructs, and nobody counts. */
  static MethodHandle uncounted(MethodHandle constructor, PlainSite plain) {
    return MethodHandles.foldArguments(constructor, MARK.bindTo(plain));
  }

  /** Constructs and counts what was made, or that the constructor threw. */
  static MethodHandle counted(MethodHandle constructor, PlainSite plain) {
    Site site = plain.site;
    Class<?> made = constructor.type().returnType();
    MethodHandle count = CONSTRUCTED.bindTo(site).asType(MethodType.methodType(made, made));
    MethodHandle construct = noted(noticed(constructor, plain), site.target);
    MethodHandle counted = MethodHandles.filterReturnValue(construct, count);
    MethodHandle event = site.target.events.afterConstruction(site);
    return event == null
        ? counted
        : MethodHandles.filterReturnValue(
            counted, MethodHandles.foldArguments(MethodHandles.identity(made), event));
  }

  /**
   * Notes what was made if calls may hand it out, so that they are not taken for its makers: it is
   * counted where it was constructed.
   */
  private static MethodHandle noted(MethodHandle construct, Target target) {
    if (!target.isHandedOut()) {
      return construct;
    }
    Class<?> made = construct.type().returnType();
    return MethodHandles.filterReturnValue(
        construct, NOTED.bindTo(target).asType(MethodType.methodType(made, made)));
  }

  /** Constructs, and counts what the constructor throws; the application gets that unchanged. */
  private static MethodHandle noticed(MethodHandle constructor, PlainSite plain) {
    MethodHandle construct = uncounted(constructor, plain);
    if (construct.type().parameterCount() > LONGEST) {
      return construct;
    }
    MethodHandle count = MethodHandles.insertArguments(FAILED, 0, plain.site);
    MethodHandle handler =
        MethodHandles.foldArguments(
            MethodHandles.throwException(construct.type().returnType(), Throwable.class), count);
    return MethodHandles.catchException(construct, Throwable.class, handler);
  }

  /** Counts a construction that threw, and takes back the mark if no constructor has taken it. */
  static void failed(Site site, Throwable thrown) {
    try {
      SsotDispatch.entered();
      site.countFailed();
    } catch (RuntimeException | Error deeper) {
      Stopped.rethrow(deeper);
      // near the end of the stack; the application gets what its constructor threw (law 1)
    }
  }

  /** Answers with what is known, and counts that. */
  static MethodHandle constant(MethodType type, Object shared, Site site) {
    MethodHandle constant = MethodHandles.constant(type.returnType(), shared);
    MethodHandle event = site.target.events.afterRedirect(site);
    MethodHandle told = event == null ? constant : MethodHandles.foldArguments(constant, event);
    MethodHandle counted = MethodHandles.foldArguments(told, REDIRECTED.bindTo(site));
    return MethodHandles.dropArguments(counted, 0, type.parameterArray());
  }

  /** Calls one handle where the thread may be inside a provider, and the other elsewhere. */
  static MethodHandle inProvider(MethodHandle inside, MethodHandle outside) {
    return MethodHandles.guardWithTest(MAY_BE_IN_PROVIDER, inside, outside);
  }
}
