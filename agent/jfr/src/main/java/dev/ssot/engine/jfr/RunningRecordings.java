package dev.ssot.engine.jfr;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import jdk.jfr.FlightRecorder;
import jdk.jfr.FlightRecorderListener;
import jdk.jfr.Recording;
import jdk.jfr.RecordingState;

/**
 * Follows recordings as they start and end, on the threads that start and end them. It takes no
 * lock and does not call the recorder on those threads, as they may hold the recorder's locks.
 */
final class RunningRecordings implements FlightRecorderListener {
  private final Set<Long> running = ConcurrentHashMap.newKeySet();
  private final Runnable changed;

  /**
   * @param changed run after each start and end
   */
  @SuppressWarnings("MissingSummary") // the class says it
  RunningRecordings(Runnable changed) {
    this.changed = changed;
  }

  /** Begins to listen, and notes the recordings that run already. */
  void watch() {
    FlightRecorder.addListener(this);
    for (Recording recording : FlightRecorder.getFlightRecorder().getRecordings()) {
      note(recording);
      note(recording); // it may have ended before it was noted
    }
  }

  /** Stops listening. */
  void end() {
    FlightRecorder.removeListener(this);
    running.clear();
  }

  boolean isAny() {
    return !running.isEmpty();
  }

  @Override
  public void recordingStateChanged(Recording recording) {
    try {
      if (recording != null && note(recording)) {
        changed.run();
      }
    } catch (RuntimeException | Error failed) {
      // The recorder would print it. The application's recording goes on without the agent's
      // events.
    }
  }

  /** Notes the state of a recording; returns whether it has changed. */
  private boolean note(Recording recording) {
    return recording.getState() == RecordingState.RUNNING
        ? running.add(recording.getId())
        : running.remove(recording.getId());
  }
}
