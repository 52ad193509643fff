package dev.ssot.engine.jfr;

import dev.ssot.engine.ledger.Site;
import dev.ssot.engine.policy.ModeChange;
import java.lang.invoke.MethodHandle;
import jdk.jfr.FlightRecorder;

/**
 * The JDK's flight recorder. Created by name once the application has loaded the recorder. The
 * event classes are not loaded before a recorder runs, because the JDK generates their methods
 * then.
 */
final class JfrSink implements EventSink {
  private RunningRecordings recordings;

  @Override
  public boolean watch(Runnable changed) {
    if (!FlightRecorder.isInitialized()) {
      return false;
    }
    recordings = new RunningRecordings(changed);
    recordings.watch();
    return true;
  }

  @Override
  public void register() {
    FlightRecorder.register(ConstructionEvent.class);
    FlightRecorder.register(RedirectEvent.class);
    FlightRecorder.register(ModeChangeEvent.class);
  }

  @Override
  public boolean isRecording() {
    return recordings.isAny();
  }

  @Override
  public MethodHandle construction(Site site, EventPayload facts) {
    return EventHandles.CONSTRUCTION.recording(site, facts);
  }

  @Override
  public MethodHandle redirect(Site site, EventPayload facts) {
    return EventHandles.REDIRECT.recording(site, facts);
  }

  @Override
  public void constructed(EventPayload facts) {
    ConstructionEvent.of(facts).commit();
  }

  @Override
  public void redirected(EventPayload facts) {
    RedirectEvent.of(facts).commit();
  }

  @Override
  public void modeChanged(ModeChange change) {
    new ModeChangeEvent(change).commit();
  }
}
