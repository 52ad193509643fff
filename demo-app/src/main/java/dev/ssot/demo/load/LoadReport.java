package dev.ssot.demo.load;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What became of all the sessions. */
public final class LoadReport {
  private static final double NANOS_PER_MILLI = 1e6;

  private final List<SessionResult> results;

  LoadReport(List<SessionResult> results) {
    this.results = List.copyOf(results);
  }

  /** All sessions, those that worked and those that did not. */
  public int sessions() {
    return results.size();
  }

  /** Sessions in which every message arrived and the good-bye was answered. */
  public long worked() {
    return results.stream().filter(SessionResult::worked).count();
  }

  /** How often each close code came; -1 stands for a session that ended without a close frame. */
  public Map<Integer, Long> closeCodes() {
    return results.stream()
        .collect(
            Collectors.groupingBy(SessionResult::closeCode, TreeMap::new, Collectors.counting()));
  }

  /** From saying a message to reading it, in milliseconds; null when none was read. */
  public Double latency(double share) {
    List<Long> latencies = latencies();
    return latencies.isEmpty() ? null : Double.valueOf(at(latencies, share));
  }

  private List<Long> latencies() {
    return results.stream().flatMap(result -> result.latencies().stream()).sorted().toList();
  }

  /** A few lines for people. */
  public String text() {
    StringBuilder text = new StringBuilder();
    text.append(
        "%d of %d WebSocket sessions worked (%d %%), close codes %s"
            .formatted(worked(), sessions(), 100 * worked() / sessions(), closeCodes()));
    List<Long> latencies = latencies();
    if (!latencies.isEmpty()) {
      text.append(
          "%n%d messages, latency: median %.1f ms, 95 %% %.1f ms, longest %.1f ms"
              .formatted(
                  latencies.size(), at(latencies, 0.5), at(latencies, 0.95), at(latencies, 1)));
    }
    results.stream()
        .map(SessionResult::error)
        .filter(Objects::nonNull)
        .distinct()
        .limit(3)
        .forEach(error -> text.append(System.lineSeparator()).append("  ").append(error));
    return text.toString();
  }

  private static double at(List<Long> sorted, double share) {
    int index = (int) Math.ceil(share * sorted.size()) - 1;
    return sorted.get(Math.max(0, index)) / NANOS_PER_MILLI;
  }
}
