package dev.ssot.engine.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The document, the rules and the dashboard say what the table says. */
final class MetricsDocumentTest {
  private static final Path DOCS = Path.of("..", "..", "docs");
  private static final Path DOCUMENT = DOCS.resolve("metrics.md");
  private static final Path MONITORING = DOCS.resolve("monitoring");
  private static final String WRITE = "ssot.docs.write";

  @Test
  void the_metrics_document_is_current() throws IOException {
    if (Boolean.getBoolean(WRITE)) {
      Files.writeString(DOCUMENT, MetricsDocument.generate());
    }

    assertThat(DOCUMENT)
        .as("stale; run: mvn -pl agent/engine -am test -D%s=true", WRITE)
        .hasContent(MetricsDocument.generate());
  }

  @ParameterizedTest
  @ValueSource(strings = {"ssot-alerts.yml", "grafana-dashboard.json"})
  void every_metric_that_is_asked_for_is_one_of_the_table(String file) throws IOException {
    Set<String> asked = new TreeSet<>();
    Matcher matcher = Pattern.compile("\\bssot_\\w+").matcher(read(file));
    while (matcher.find()) {
      asked.add(matcher.group());
    }

    assertThat(asked).hasSizeGreaterThan(5);
    assertThat(names()).containsAll(asked);
  }

  @Test
  void the_dashboard_shows_every_metric() throws IOException {
    assertThat(read("grafana-dashboard.json")).contains(names());
  }

  @Test
  void prometheus_accepts_the_rules() throws Exception {
    File promtool = promtool();
    assumeTrue(promtool != null, "promtool is not on the path (Debian: package prometheus)");
    Process check =
        new ProcessBuilder(
                promtool.getPath(),
                "check",
                "rules",
                MONITORING.resolve("ssot-alerts.yml").toString())
            .redirectErrorStream(true)
            .start();
    String output = new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(check.waitFor()).as(output).isZero();
    assertThat(output).contains("SUCCESS");
  }

  private static File promtool() {
    return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
        .map(folder -> new File(folder, "promtool"))
        .filter(File::canExecute)
        .findFirst()
        .orElse(null);
  }

  private static Set<String> names() {
    return Arrays.stream(SsotMeter.values())
        .map(SsotMeter::prometheusName)
        .collect(Collectors.toSet());
  }

  private static String read(String file) throws IOException {
    return Files.readString(MONITORING.resolve(file));
  }
}
