package dev.ssot.engine.dispatch;

import dev.ssot.engine.detect.Site;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.MutableCallSite;
import java.lang.invoke.SwitchPoint;

/**
 * A linked construction. Holds until the modes change, then links itself again at its next use; in
 * between it is a constant to the JIT compiler.
 */
final class ConstructionSite extends MutableCallSite {
  private static final MethodHandle RELINK;

  static {
    try {
      RELINK =
          MethodHandles.lookup()
              .findVirtual(
                  ConstructionSite.class, "relink", MethodType.methodType(MethodHandle.class));
    } catch (ReflectiveOperationException impossible) {
      throw new ExceptionInInitializerError(impossible);
    }
  }

  private final MethodHandle constructor;
  private final Site site;
  private final boolean reference;
  private final ModeEpoch epoch;
  private final MethodHandle relinking;

  /**
   * @param constructor returns the object, not {@code Object}
   * @param reference whether the class may have to be initialised first
   */
  @SuppressWarnings("MissingSummary") // the class says it
  ConstructionSite(MethodHandle constructor, Site site, boolean reference, ModeEpoch epoch) {
    super(constructor.type());
    this.constructor = constructor;
    this.site = site;
    this.reference = reference;
    this.epoch = epoch;
    this.relinking =
        MethodHandles.foldArguments(MethodHandles.exactInvoker(type()), RELINK.bindTo(this));
    relink();
  }

  /** What to call now. Whatever fails, that is at least the constructor. */
  private MethodHandle relink() {
    SwitchPoint current = epoch.current();
    MethodHandle construct;
    try {
      construct = ConstructionHandles.of(constructor, site, reference);
    } catch (RuntimeException | Error failed) {
      site.failed(failed);
      construct = constructor;
    }
    setTarget(current.guardWithTest(construct, relinking));
    return construct;
  }
}
