package dev.ssot.engine.jfr;

import dev.ssot.engine.policy.ModeChange;

/**
 * Tells whether the JDK's flight recorder records. It names no class of the recorder: a runtime
 * image may lack the module, and loading it would slow down an application that does not use it.
 */
public final class FlightRecording {

  private static final String SINK = "dev.ssot.engine.jfr.JfrSink";

  private final Runnable changed;
  private volatile boolean seen;
  private EventSink candidate;

  /** Null until it watches recordings. */
  private volatile EventSink sink;

  /**
   * @param changed run whenever a recording started or ended, on the thread that did so
   */
  @SuppressWarnings("MissingSummary") // the class says it
  public FlightRecording(Runnable changed) {
    this.changed = changed;
  }

  /** Notes that the application has loaded, or is loading, the flight recorder. Returns at once. */
  public void markSeen() {
    seen = true;
  }

  /** Begins to watch once there is a recorder. Called on threads of the agent. */
  public synchronized void tick() throws ReflectiveOperationException {
    if (!seen || sink != null) {
      return;
    }
    seen = false; // not tried again if it fails
    if (candidate == null) {
      candidate =
          Class.forName(SINK).asSubclass(EventSink.class).getDeclaredConstructor().newInstance();
    }
    if (candidate.watch(changed)) {
      sink = candidate;
      // The sink is set first, because code that sees the events in the recorder may rely on them.
      candidate.register();
      changed.run();
    } else {
      seen = true;
    }
  }

  /** Ends the events; they are never registered again. */
  public synchronized void end() {
    seen = false;
    EventSink watching = sink;
    sink = null;
    if (watching != null) {
      watching.end();
    }
  }

  /** Returns null as long as nobody records. */
  EventSink current() {
    EventSink watching = sink;
    return watching != null && watching.isRecording() ? watching : null;
  }

  /** Records a change of mode. Never throws. */
  public void modeChanged(ModeChange change) {
    try {
      EventSink current = current();
      if (current != null) {
        current.modeChanged(change);
      }
    } catch (RuntimeException | Error unrecorded) {
      // the change itself has happened, and the report shows it
    }
  }
}
