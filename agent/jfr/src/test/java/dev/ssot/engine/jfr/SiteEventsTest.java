package dev.ssot.engine.jfr;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ssot.bootstrap.options.Mode;
import dev.ssot.bootstrap.options.Options;
import dev.ssot.engine.application.ApplicationCode;
import dev.ssot.engine.ledger.DetectionListener;
import dev.ssot.engine.ledger.Limits;
import dev.ssot.engine.ledger.Site;
import dev.ssot.engine.ledger.StackSample;
import dev.ssot.engine.ledger.Targets;
import dev.ssot.engine.place.Kind;
import dev.ssot.engine.place.Location;
import dev.ssot.engine.policy.ModeScope;
import dev.ssot.engine.policy.Modes;
import dev.ssot.engine.policy.SitePolicy;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import jdk.jfr.FlightRecorder;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With the flight recorder of the JDK that runs the tests. */
final class SiteEventsTest {
  private static final Location SOCKET =
      Location.woven("com.acme.ws.ChatSocket", "open", "()V", 0, "ChatSocket.java", 41, Kind.NEW);

  @TempDir private Path temp;

  private final AtomicInteger relinked = new AtomicInteger();
  private final FlightRecording recording = new FlightRecording(relinked::incrementAndGet);
  private final Modes modes;
  private final SiteEvents events;
  private final Targets targets;
  private final Deaf listener = new Deaf();

  SiteEventsTest() throws Exception {
    Options options =
        Options.read("", Map.of(), Map.of("SSOT_TARGETS", "com.acme.Redis"), path -> null);
    modes = new Modes(options, (table, changes) -> changes.forEach(recording::modeChanged));
    SitePolicy policy = new SitePolicy(options, modes);
    events = new SiteEvents(recording, policy);
    targets = new Targets(new Limits(10, 1), listener, policy, events, ApplicationCode.all());
  }

  @Test
  void nothing_is_linked_before_the_application_has_loaded_the_recorder() throws Exception {
    try (Recording running = new Recording()) {
      running.start();
      recording.tick();

      assertThat(events.afterConstruction(site())).isNull();
      assertThat(relinked).hasValue(0);
    }
  }

  /**
   * The recorder initialises what it registers while it holds its lock. An initialiser that asked
   * for that lock on another thread was a deadlock.
   */
  @Test
  void the_static_initialiser_of_an_event_does_not_call_the_recorder() throws Exception {
    try (Recording running = new Recording()) {
      running.start();
      for (String event : List.of("Construction", "Redirect", "ModeChange")) {
        long before = registered("ssot." + event);
        initializeAnew("dev.ssot.engine.jfr." + event + "Event");

        assertThat(registered("ssot." + event)).as(event).isEqualTo(before);
      }
    }
  }

  private static long registered(String event) {
    return FlightRecorder.getFlightRecorder().getEventTypes().stream()
        .filter(type -> type.getName().equals(event))
        .count();
  }

  /** The recorder knows a class of an application loader and of its child as two. */
  private static void initializeAnew(String name) throws Exception {
    ClassLoader own =
        new ClassLoader(SiteEventsTest.class.getClassLoader()) {
          @Override
          protected Class<?> loadClass(String wanted, boolean resolve)
              throws ClassNotFoundException {
            return wanted.startsWith("dev.ssot.engine.jfr.")
                ? findClass(wanted)
                : super.loadClass(wanted, resolve);
          }

          @Override
          protected Class<?> findClass(String wanted) throws ClassNotFoundException {
            Class<?> known = findLoadedClass(wanted);
            if (known != null) {
              return known;
            }
            try (InputStream in = getResourceAsStream(wanted.replace('.', '/') + ".class")) {
              byte[] file = in.readAllBytes();
              return defineClass(wanted, file, 0, file.length);
            } catch (IOException unreadable) {
              throw new ClassNotFoundException(wanted, unreadable);
            }
          }
        };
    Class.forName(name, true, own);
  }

  @Test
  void sites_are_linked_with_events_while_a_recording_runs_and_no_longer() throws Exception {
    try (Recording first = new Recording();
        Recording second = new Recording()) {
      first.start();
      watch();
      assertThat(events.afterConstruction(site())).isNotNull();

      int before = relinked.get();
      second.start();
      first.stop();
      assertThat(events.afterConstruction(site())).as("the second runs").isNotNull();
      second.stop();
      assertThat(relinked.get()).isGreaterThan(before);
      assertThat(events.afterConstruction(site())).isNull();
      assertThat(events.afterRedirect(site())).isNull();
    }
    try (Recording third = new Recording()) {
      third.start();
      assertThat(events.afterConstruction(site())).isNotNull();
    }
  }

  @Test
  void events_tell_the_call_site_the_target_and_the_mode() throws Throwable {
    List<RecordedEvent> all =
        recorded(
            () -> {
              events.afterConstruction(site()).invokeExact();
              events.afterRedirect(site()).invokeExact();
              events.constructed(site());
              events.redirected(site());
            });

    assertThat(all)
        .extracting(event -> event.getEventType().getName())
        .containsExactlyInAnyOrder(
            "ssot.Construction", "ssot.Construction", "ssot.Redirect", "ssot.Redirect");
    assertThat(all).allSatisfy(SiteEventsTest::isAtSocket);
  }

  @Test
  void a_linked_event_shows_no_frame_of_the_agent() throws Throwable {
    List<RecordedEvent> all =
        recorded(
            () -> {
              events.afterConstruction(site()).invokeExact();
            });

    assertThat(all.get(0).getStackTrace().getFrames())
        .filteredOn(frame -> !frame.getMethod().isHidden())
        .first()
        .satisfies(
            frame ->
                assertThat(frame.getMethod().getType().getName())
                    .startsWith(SiteEventsTest.class.getName()));
  }

  @Test
  void a_change_of_mode_is_an_event() throws Throwable {
    List<RecordedEvent> all =
        recorded(() -> modes.set(ModeScope.of(null, "P1", null), Mode.OFF, "jmx"));

    RecordedEvent change = all.get(0);
    assertThat(change.getEventType().getName()).isEqualTo("ssot.ModeChange");
    assertThat(change.getString("by")).isEqualTo("jmx");
    assertThat(change.getString("scope")).isEqualTo("P1");
    assertThat(change.getString("from")).isEqualTo("observe");
    assertThat(change.getString("to")).isEqualTo("off");
  }

  @Test
  void a_change_of_mode_needs_no_recording() {
    modes.set(ModeScope.ALL, Mode.OFF, "jmx");

    assertThat(modes.table().ofAll()).isEqualTo(Mode.OFF);
  }

  private static void isAtSocket(RecordedEvent event) {
    assertThat(event.getString("target")).isEqualTo("com.acme.Redis");
    assertThat(event.getString("siteClass")).isEqualTo("com.acme.ws.ChatSocket");
    assertThat(event.getString("siteMethod")).isEqualTo("open");
    assertThat(event.getInt("siteLine")).isEqualTo(41);
    assertThat(event.getString("kind")).isEqualTo("new");
    assertThat(event.getString("group")).isNull();
    assertThat(event.getString("mode")).isEqualTo("observe");
  }

  private List<RecordedEvent> recorded(Work work) throws Throwable {
    Path file = temp.resolve("test.jfr");
    try (Recording running = new Recording()) {
      running.start();
      watch();
      work.perform();
      running.stop();
      running.dump(file);
    }
    assertThat(listener.failures).hasValue(0);
    return RecordingFile.readAllEvents(file).stream()
        .filter(event -> event.getEventType().getName().startsWith("ssot."))
        .toList();
  }

  private void watch() throws ReflectiveOperationException {
    recording.markSeen();
    recording.tick();
  }

  private Site site() {
    return targets.loaded("com.acme.Redis", getClass().getClassLoader()).site(SOCKET);
  }

  /** Something to be recorded. */
  private interface Work {
    void perform() throws Throwable;
  }

  /** Counts faults. */
  private static final class Deaf implements DetectionListener {
    final AtomicInteger failures = new AtomicInteger();

    @Override
    public void sampled(StackSample sample) {}

    @Override
    public void failed(Throwable problem) {
      failures.incrementAndGet();
    }
  }
}
