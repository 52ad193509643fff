package dev.ssot.engine.jfr;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import jdk.jfr.FlightRecorder;
import jdk.jfr.FlightRecorderListener;
import jdk.jfr.Recording;
import jdk.jfr.RecordingState;

/**
 * Follows recordings as they start and end, on the threads that start and end them. Takes no lock
 * and asks the recorder for nothing there: its own locks may be held.
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

  /** What runs already was started before anybody listened. */
  void watch() {
    FlightRecorder.addListener(this);
    for (Recording recording : FlightRecorder.getFlightRecorder().getRecordings()) {
      note(recording);
      note(recording); // it may have ended before it was noted
    }
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
      // The recorder would print it. The application's recording goes on without our events.
    }
  }

  /** Returns whether that is news. */
  private boolean note(Recording recording) {
    return recording.getState() == RecordingState.RUNNING
        ? running.add(recording.getId())
        : running.remove(recording.getId());
  }
}
