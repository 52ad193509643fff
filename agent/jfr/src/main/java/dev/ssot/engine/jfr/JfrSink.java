package dev.ssot.engine.jfr;

import dev.ssot.engine.ledger.Site;
import dev.ssot.engine.policy.ModeChange;
import java.lang.invoke.MethodHandle;
import java.util.Arrays;
import java.util.List;
import jdk.jfr.Event;
import jdk.jfr.FlightRecorder;

/**
 * The JDK's flight recorder. Created by name once the application has loaded the recorder. The
 * event classes are not loaded before a recorder runs, because the JDK generates their methods
 * then.
 */
final class JfrSink implements EventSink {
  private RunningRecordings recordings;

  @Override
  public boolean watch(Runnable changed) throws ClassNotFoundException {
    if (!FlightRecorder.isInitialized()) {
      return false;
    }
    initializeEvents();
    recordings = new RunningRecordings(changed);
    recordings.watch();
    return true;
  }

  /**
   * Runs the static initialisers of the events on the agent's own thread, holding no lock of the
   * recorder. The recorder initialises a class that it registers while it holds its lock. A thread
   * of the application that began to initialise the same class at its first event would wait for
   * that lock: a deadlock. For the same reason the classes do not register themselves.
   */
  private static void initializeEvents() throws ClassNotFoundException {
    for (Class<? extends Event> event : events()) {
      Class.forName(event.getName(), true, event.getClassLoader());
    }
  }

  @Override
  public void register() {
    for (Class<? extends Event> event : events()) {
      FlightRecorder.register(event);
    }
  }

  @Override
  public void end() {
    recordings.end();
    for (Class<? extends Event> event : events()) {
      FlightRecorder.unregister(event);
    }
  }

  /** Not a constant, which would load the classes before a recorder runs. */
  private static List<Class<? extends Event>> events() {
    return Arrays.asList(RedirectEvent.class, ModeChangeEvent.class, ConstructionEvent.class);
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
