package dev.ssot.engine.jfr;

import dev.ssot.engine.ledger.Site;
import dev.ssot.engine.policy.ModeChange;
import java.lang.invoke.MethodHandle;

/** The flight recorder, for code that must not name its classes. */
interface EventSink {
  /**
   * Initialises the events and begins to watch recordings, if there is a recorder already.
   *
   * @param changed run whenever a recording started or ended
   * @return whether it watches; otherwise it is to be asked again
   */
  boolean watch(Runnable changed) throws ClassNotFoundException;

  /** Registers the events, which are recorded from then on. */
  void register();

  /** Unregisters the events and stops watching. */
  void end();

  /** Tells whether a recording runs. */
  boolean isRecording();

  /** Makes a handle without arguments and result that records a construction; it never throws. */
  MethodHandle construction(Site site, EventPayload facts);

  /** Makes the same for a redirect. */
  MethodHandle redirect(Site site, EventPayload facts);

  /** Records a construction now. */
  void constructed(EventPayload facts);

  /** Records a redirect now. */
  void redirected(EventPayload facts);

  /** Records a change now. */
  void modeChanged(ModeChange change);
}
