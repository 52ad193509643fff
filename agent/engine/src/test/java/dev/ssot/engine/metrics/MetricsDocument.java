package dev.ssot.engine.metrics;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes {@code docs/metrics.md}: prose from a template, facts from {@link SsotMeter}. */
final class MetricsDocument {
  private static final String TEMPLATE = "metrics-template.md";
  private static final String HEADER =
      "| meter | in Prometheus | type | tags | meaning |\n|---|---|---|---|---|\n";

  private MetricsDocument() {}

  static String generate() {
    return template()
        .replace("{{table}}", table())
        .replace("{{targets}}", Integer.toString(SeriesTable.TARGETS))
        .replace("{{series}}", String.format(Locale.ROOT, "%,d", SeriesTable.SERIES));
  }

  private static String template() {
    try (var in = MetricsDocument.class.getResourceAsStream(TEMPLATE)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String table() {
    return Arrays.stream(SsotMeter.values())
        .map(MetricsDocument::row)
        .collect(Collectors.joining("\n", HEADER, ""));
  }

  private static String row(SsotMeter meter) {
    return "| `%s` | `%s` | %s | %s | %s |"
        .formatted(
            meter.meterName,
            meter.prometheusName(),
            meter.isCounter ? "counter" : "gauge",
            meter.tagKeys.isEmpty() ? "–" : String.join(", ", meter.tagKeys),
            meter.description);
  }
}
