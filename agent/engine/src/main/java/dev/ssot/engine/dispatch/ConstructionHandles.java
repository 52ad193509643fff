package dev.ssot.engine.dispatch;

import dev.ssot.engine.ledger.Site;
import dev.ssot.engine.ledger.Target;
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

  static {
    MethodHandles.Lookup lookup = MethodHandles.lookup();
    try {
      MARK = lookup.findVirtual(Target.class, "markThread", MethodType.methodType(void.class));
      CONSTRUCTED =
          lookup.findVirtual(
              Site.class, "countConstruction", MethodType.methodType(Object.class, Object.class));
      REDIRECTED =
          lookup.findVirtual(Site.class, "countRedirect", MethodType.methodType(void.class));
    } catch (ReflectiveOperationException impossible) {
      throw new ExceptionInInitializerError(impossible);
    }
  }

  private ConstructionHandles() {}

  /** Constructs, and nobody counts. */
  static MethodHandle uncounted(MethodHandle constructor, Site site) {
    return marked(constructor, site.target);
  }

  /** Constructs and counts what was made. */
  static MethodHandle counted(MethodHandle constructor, Site site) {
    Class<?> made = constructor.type().returnType();
    MethodHandle count = CONSTRUCTED.bindTo(site).asType(MethodType.methodType(made, made));
    MethodHandle counted = MethodHandles.filterReturnValue(uncounted(constructor, site), count);
    MethodHandle event = site.target.events.afterConstruction(site);
    return event == null
        ? counted
        : MethodHandles.filterReturnValue(
            counted, MethodHandles.foldArguments(MethodHandles.identity(made), event));
  }

  /** Answers with what is known, and counts that. */
  static MethodHandle constant(MethodType type, Object shared, Site site) {
    MethodHandle constant = MethodHandles.constant(type.returnType(), shared);
    MethodHandle event = site.target.events.afterRedirect(site);
    MethodHandle told = event == null ? constant : MethodHandles.foldArguments(constant, event);
    MethodHandle counted = MethodHandles.foldArguments(told, REDIRECTED.bindTo(site));
    return MethodHandles.dropArguments(counted, 0, type.parameterArray());
  }

  /**
   * Marks the thread before the constructor, whose first instruction takes the mark. Where the
   * stack overflows in between, the mark stays until the next site marks the thread: an exception
   * handler around the constructor would cost each level of a recursion several frames.
   */
  private static MethodHandle marked(MethodHandle constructor, Target target) {
    return MethodHandles.foldArguments(constructor, MARK.bindTo(target));
  }
}
