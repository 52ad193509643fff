package dev.ssot.engine.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.prometheus.metrics.config.PrometheusProperties;
import io.prometheus.metrics.config.PrometheusPropertiesLoader;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** What Prometheus gets from the agent itself. */
final class ScrapeTest {
  private static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";
  private static final String OPEN_METRICS =
      "application/openmetrics-text; version=1.0.0; charset=utf-8";

  private final Observed observed = new Observed();

  @Test
  void every_meter_is_there_by_its_name_and_with_its_tags() {
    observed.construct(Observed.TARGET, "com.acme.Chat");
    observed.construct(Observed.TARGET, "com.acme.Chat");
    observed.construct(Observed.TARGET, "com.acme.Factory");
    observed.errors = 4;
    observed.churn = 30; // at each of the two call sites

    assertThat(values(observed.metrics.scrape(TEXT)))
        .containsExactly(
            "ssot_agent_errors_total 4.0",
            "ssot_agent_info{mode=\"observe\",version=\"1.2.3\"} 1",
            "ssot_call_sites{group=\"none\",target=\"com.acme.RedisManager\"} 1.0",
            "ssot_churn{target=\"com.acme.RedisManager\"} 60.0",
            "ssot_constructions_failed_total{group=\"none\",target=\"com.acme.RedisManager\"} 0.0",
            "ssot_constructions_refused_total{group=\"none\",target=\"com.acme.RedisManager\"} 0.0",
            "ssot_constructions_total{group=\"none\",kind=\"new\",target=\"com.acme.RedisManager\"}"
                + " 3.0",
            "ssot_duplicates{target=\"com.acme.RedisManager\"} 2.0",
            "ssot_enforcing{group=\"none\",target=\"com.acme.RedisManager\"} 0.0",
            "ssot_guarded_calls_total{target=\"com.acme.RedisManager\"} 0.0",
            "ssot_instances{target=\"com.acme.RedisManager\"} 3.0",
            "ssot_redirects_total{group=\"none\",target=\"com.acme.RedisManager\"} 0.0");
  }

  @Test
  void each_meter_says_what_it_is() {
    observed.construct(Observed.TARGET, "com.acme.Chat");

    assertThat(observed.metrics.scrape(TEXT))
        .contains("# TYPE ssot_constructions_total counter\n", "# TYPE ssot_instances gauge\n")
        .contains("# HELP ssot_call_sites " + SsotMeter.CALL_SITES.description);
  }

  @Test
  void open_metrics_ends_as_it_must() {
    assertThat(observed.metrics.scrape(OPEN_METRICS))
        .contains("# TYPE ssot_agent_errors counter\n", "# TYPE ssot_agent info\n")
        .endsWith("# EOF\n");
  }

  @Test
  void it_needs_no_registry_of_the_application_and_none_gets_less_for_it() {
    var registry = new io.micrometer.core.instrument.simple.SimpleMeterRegistry();
    registry.counter("acme.requests");
    observed.metrics.scrape(TEXT);
    observed.registries.noticed(registry);
    observed.construct(Observed.TARGET, "com.acme.Chat");

    observed.tick();

    assertThat(registry.get("ssot.instances").gauge().value()).isEqualTo(1);
  }

  @Test
  void all_values_of_a_scrape_are_of_one_reading() throws Exception {
    MeterReading reading = observed.reading();
    var scrape = new Scrape(reading);
    observed.construct(Observed.TARGET, "com.acme.Chat");
    scrape.as(TEXT, 0);
    var ended = new AtomicBoolean();
    var others = new Thread(() -> readAnew(reading, ended));
    others.start();
    try {
      for (int i = 0; i < 500; i++) {
        String text = scrape.as(TEXT, 0);
        assertThat(value(text, "ssot_duplicates{")).isEqualTo(value(text, "ssot_instances{") - 1);
      }
    } finally {
      ended.set(true);
      others.join();
    }
  }

  /** Does what the thread for meters does, but without a pause. */
  private void readAnew(MeterReading reading, AtomicBoolean ended) {
    for (long now = 1_000; !ended.get(); now += 1_000) {
      if (now < 2_000_000) {
        observed.construct(Observed.TARGET, "com.acme.Chat");
      }
      reading.changesFrom(0, now);
    }
  }

  private static double value(String scrape, String series) {
    String line = scrape.lines().filter(each -> each.startsWith(series)).findFirst().orElseThrow();
    return Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1));
  }

  @Test
  void what_an_alert_asks_for_is_read_anew_when_it_is_a_second_old() {
    var scrape = new Scrape(observed.reading());
    assertThat(scrape.as(TEXT, 1_000_000)).doesNotContain("ssot_instances{");
    observed.construct(Observed.TARGET, "com.acme.Chat");

    assertThat(scrape.as(TEXT, 1_000_999)).doesNotContain("ssot_instances{");
    assertThat(scrape.as(TEXT, 1_001_000)).contains("ssot_instances{");
  }

  @Test
  void the_mode_follows_and_is_one() {
    var scrape = new Scrape(observed.reading());
    for (String mode : List.of("observe", "off", "observe")) {
      observed.mode = mode;
      observed.pass();

      assertThat(values(scrape.as(TEXT, observed.now())))
          .contains("ssot_agent_info{mode=\"" + mode + "\",version=\"1.2.3\"} 1")
          .hasSize(2);
    }
  }

  /** They are meant for the client that the application has; the last one exists nowhere. */
  @Test
  void settings_of_the_application_change_nothing() {
    observed.construct(Observed.TARGET, "com.acme.Chat");
    String expected = observed.metrics.scrape(OPEN_METRICS);
    Map<String, String> settings =
        Map.of(
            "io.prometheus.openmetrics2.enabled", "true",
            "io.prometheus.exporter.include_created_timestamps", "perhaps",
            "io.prometheus.exporter.no_such_setting", "1");
    settings.forEach(System::setProperty);
    try {
      PrometheusProperties read = PrometheusPropertiesLoader.load();

      assertThat(read.getOpenMetrics2Properties().getEnabled()).isFalse();
      assertThat(new Scrape(observed.reading()).as(OPEN_METRICS, observed.now()))
          .isEqualTo(expected);
    } finally {
      settings.keySet().forEach(System::clearProperty);
    }
  }

  private static List<String> values(String scrape) {
    return scrape.lines().filter(line -> !line.startsWith("#")).sorted().toList();
  }
}
