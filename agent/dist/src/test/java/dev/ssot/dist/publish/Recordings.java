package dev.ssot.dist.publish;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/** The agent's events in a file of the JDK's flight recorder, as its readers see them. */
record Recordings(List<RecordedEvent> all) {
  static Recordings read(Path file) {
    try {
      return new Recordings(RecordingFile.readAllEvents(file));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  List<RecordedEvent> of(String type) {
    return all.stream().filter(event -> event.getEventType().getName().equals(type)).toList();
  }

  /** Counts of constructions by {@code File.java:line kind}, to be compared with a report's. */
  Map<String, Long> sites() {
    Map<String, Long> sites = new TreeMap<>();
    of("ssot.Construction").forEach(event -> sites.merge(site(event), 1L, Long::sum));
    return sites;
  }

  private static String site(RecordedEvent event) {
    String name = event.getString("siteClass");
    String outermost = name.replaceAll("^.*\\.|\\$.*$", "");
    return "%s.java:%d %s".formatted(outermost, event.getInt("siteLine"), event.getString("kind"));
  }

  /** From the innermost frame that a user sees: those of method handles are marked as hidden. */
  static List<String> shownFrames(RecordedEvent event) {
    return event.getStackTrace().getFrames().stream()
        .filter(frame -> !frame.getMethod().isHidden())
        .map(Recordings::describe)
        .toList();
  }

  private static String describe(RecordedFrame frame) {
    return "%s.%s:%d"
        .formatted(
            frame.getMethod().getType().getName(),
            frame.getMethod().getName(),
            frame.getLineNumber());
  }
}
