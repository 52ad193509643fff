package dev.ssot.engine.jfr;

import dev.ssot.engine.ledger.Site;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/**
 * Makes and commits events only by method handles. The recorder's stack begins at the caller of
 * {@code commit}, and the frames of a handle are hidden, while a class of the agent would be shown.
 */
final class EventHandles {
  static final EventHandles CONSTRUCTION = new EventHandles(ConstructionEvent.class);
  static final EventHandles REDIRECT = new EventHandles(RedirectEvent.class);

  private final MethodHandle of;
  private final MethodHandle commit;
  private final MethodHandle failed;

  private EventHandles(Class<? extends SiteEvent> event) {
    MethodHandles.Lookup lookup = MethodHandles.lookup();
    try {
      of = lookup.findStatic(event, "of", MethodType.methodType(event, EventPayload.class));
      // The method of the class itself, which the recorder has generated; that of Event is empty.
      commit = lookup.findVirtual(event, "commit", MethodType.methodType(void.class));
      failed =
          lookup.findVirtual(
              Site.class, "failed", MethodType.methodType(void.class, Throwable.class));
    } catch (ReflectiveOperationException impossible) {
      throw new ExceptionInInitializerError(impossible);
    }
  }

  /** Makes a handle that records the facts at the time of each call. */
  MethodHandle recording(Site site, EventPayload facts) {
    MethodHandle record = MethodHandles.filterReturnValue(of.bindTo(facts), commit);
    return MethodHandles.catchException(record, Throwable.class, failed.bindTo(site));
  }
}
