package dev.ssot.engine.jfr;

import dev.ssot.engine.ledger.Site;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/**
 * Makes and commits events by method handle alone. The recorder's stack begins at whoever calls
 * {@code commit}: a handle, whose frames are hidden, instead of a class of the agent.
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
      // In the class itself, where the recorder has written it; Event's own is empty.
      commit = lookup.findVirtual(event, "commit", MethodType.methodType(void.class));
      failed =
          lookup.findVirtual(
              Site.class, "failed", MethodType.methodType(void.class, Throwable.class));
    } catch (ReflectiveOperationException impossible) {
      throw new ExceptionInInitializerError(impossible);
    }
  }

  /** Records the facts at each call, as of then. */
  MethodHandle recording(Site site, EventPayload facts) {
    MethodHandle record = MethodHandles.filterReturnValue(of.bindTo(facts), commit);
    return MethodHandles.catchException(record, Throwable.class, failed.bindTo(site));
  }
}
