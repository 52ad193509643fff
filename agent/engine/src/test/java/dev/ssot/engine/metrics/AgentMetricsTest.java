package dev.ssot.engine.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the application's registries show. */
@Timeout(60)
final class AgentMetricsTest {
  private final Observed observed = new Observed();
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

  @Test
  void a_registry_standing_alone_shows_every_value() {
    noticeWithAMeter(registry);
    observed.construct(Observed.TARGET, "com.acme.Chat");
    observed.construct(Observed.TARGET, "com.acme.Chat");
    observed.construct(Observed.TARGET, "com.acme.Factory");
    observed.sparedAClose(Observed.TARGET);
    observed.errors = 4;
    observed.churn = 30; // at each of the two call sites

    observed.tick();

    assertThat(
            registry
                .get("ssot.constructions")
                .tags("target", Observed.TARGET, "group", "none", "kind", "new")
                .functionCounter()
                .count())
        .isEqualTo(3);
    assertThat(gauge("ssot.instances")).isEqualTo(3);
    assertThat(gauge("ssot.duplicates")).isEqualTo(2);
    assertThat(gauge("ssot.call.sites")).isEqualTo(1);
    assertThat(gauge("ssot.churn")).isEqualTo(60);
    assertThat(gauge("ssot.enforcing")).isZero();
    assertThat(registry.get("ssot.redirects").functionCounter().count()).isZero();
    assertThat(registry.get("ssot.guarded.calls").functionCounter().count()).isOne();
    assertThat(registry.get("ssot.agent.errors").functionCounter().count()).isEqualTo(4);
    assertThat(registry.get("ssot.agent.info").tags("version", "1.2.3", "mode", "observe").gauge())
        .extracting(info -> info.value())
        .isEqualTo(1.0);
  }

  @Test
  void every_series_is_as_in_the_table_of_meters() {
    noticeWithAMeter(registry);
    observed.construct(Observed.TARGET, "com.acme.Chat");

    observed.tick();

    List<Meter> ours =
        registry.getMeters().stream().filter(m -> m.getId().getName().startsWith("ssot.")).toList();
    assertThat(ours).hasSize(12); // all but the failures, which have none yet
    for (Meter meter : ours) {
      SsotMeter row =
          List.of(SsotMeter.values()).stream()
              .filter(each -> each.meterName.equals(meter.getId().getName()))
              .findFirst()
              .orElseThrow();
      assertThat(meter.getId().getTags().stream().map(Tag::getKey).toList())
          .containsExactlyInAnyOrderElementsOf(row.tagKeys);
      assertThat(meter.getId().getType())
          .isEqualTo(row.isCounter ? Meter.Type.COUNTER : Meter.Type.GAUGE);
      assertThat(meter.getId().getDescription()).isEqualTo(row.description);
    }
  }

  @Test
  void nothing_comes_before_the_first_meter_of_the_application() {
    observed.registries.noticed(registry);
    observed.tick();
    assertThat(registry.getMeters()).isEmpty();

    registry.counter("acme.requests");
    observed.tick();
    assertThat(registry.find("ssot.agent.info").gauge()).isNotNull();
  }

  @Test
  void what_comes_to_be_later_gets_its_series_and_values_move() {
    noticeWithAMeter(registry);
    observed.construct(Observed.TARGET, "com.acme.Chat");
    observed.tick();
    observed.construct(Observed.TARGET, "com.acme.Chat");
    observed.construct("com.acme.SearchClient", "com.acme.Chat");

    observed.tick();

    assertThat(registry.get("ssot.instances").tag("target", Observed.TARGET).gauge().value())
        .isEqualTo(2);
    assertThat(
            registry.get("ssot.instances").tag("target", "com.acme.SearchClient").gauge().value())
        .isEqualTo(1);
  }

  @Test
  void a_call_site_that_the_file_moves_counts_in_its_new_group_from_then_on() {
    noticeWithAMeter(registry);
    observed.construct(Observed.TARGET, "com.acme.Chat");
    observed.construct(Observed.TARGET, "com.acme.Chat");
    observed.tick();

    observed.regroup("com.acme.Chat");
    observed.tick();
    observed.construct(Observed.TARGET, "com.acme.Chat");
    observed.tick();

    assertThat(constructions("none")).isEqualTo(2);
    assertThat(constructions("com.acme.Chat")).isEqualTo(1);
    assertThat(sites("none")).isZero();
    assertThat(sites("com.acme.Chat")).isOne();

    observed.regroup("com.acme.Other");
    observed.tick();
    observed.construct(Observed.TARGET, "com.acme.Chat");
    observed.tick();

    assertThat(constructions("none")).isEqualTo(3);
    assertThat(constructions("com.acme.Chat")).isEqualTo(1);
  }

  private double constructions(String group) {
    return registry.get("ssot.constructions").tag("group", group).functionCounter().count();
  }

  private double sites(String group) {
    return registry.get("ssot.call.sites").tag("group", group).gauge().value();
  }

  @Test
  void the_agent_is_there_in_one_mode_at_a_time() {
    registry.config().commonTags("application", "chat");
    noticeWithAMeter(registry);
    for (String mode : List.of("observe", "off", "observe", "enforce")) {
      observed.mode = mode;

      observed.tick();

      assertThat(registry.find("ssot.agent.info").gauges())
          .singleElement()
          .satisfies(info -> assertThat(info.getId().getTag("mode")).isEqualTo(mode))
          .satisfies(info -> assertThat(info.value()).isEqualTo(1));
    }
  }

  @Test
  void what_is_inside_a_composite_is_found_and_counted_once() {
    var composite = new CompositeMeterRegistry();
    composite.add(registry);
    composite.counter("acme.requests");
    observed.registries.noticed(composite);
    observed.registries.noticed(registry);
    observed.construct(Observed.TARGET, "com.acme.Chat");

    observed.tick();
    observed.tick();

    assertThat(registry.find("ssot.instances").gauges()).hasSize(1);
    assertThat(gauge("ssot.instances")).isEqualTo(1);
  }

  @Test
  void a_registry_that_only_its_composite_tells_of_is_found() {
    var composite = new CompositeMeterRegistry();
    composite.add(registry);
    composite.counter("acme.requests");
    observed.registries.noticed(composite);

    observed.tick();
    observed.tick();

    assertThat(gauge("ssot.agent.info")).isEqualTo(1);
  }

  @Test
  void a_filter_that_denies_has_its_way() {
    registry.config().meterFilter(MeterFilter.denyNameStartsWith("ssot"));
    noticeWithAMeter(registry);
    observed.construct(Observed.TARGET, "com.acme.Chat");

    observed.tick();
    observed.tick();

    assertThat(registry.getMeters()).hasSize(1);
  }

  @Test
  void a_registry_that_throws_is_given_up_after_two_failures_and_others_go_on() {
    var asked = new AtomicInteger();
    var broken = new SimpleMeterRegistry();
    broken.counter("acme.requests");
    broken
        .config()
        .meterFilter(
            MeterFilter.deny(
                id -> {
                  asked.incrementAndGet();
                  throw new IllegalStateException("broken");
                }));
    observed.registries.noticed(broken);
    noticeWithAMeter(registry);

    for (int second = 0; second < 5; second++) {
      observed.tick();
    }

    assertThat(asked).hasValue(2);
    assertThat(gauge("ssot.agent.info")).isEqualTo(1);
  }

  @Test
  void after_the_end_nothing_is_bound() {
    noticeWithAMeter(registry);
    observed.metrics.end();

    observed.tick();

    assertThat(registry.getMeters()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"micrometer", "micrometer-1.9"})
  void the_application_s_own_micrometer_is_spoken_to(String libraries) throws Exception {
    try (var application = MicrometerApplication.with(libraries);
        var neighbour = MicrometerApplication.with(libraries)) {
      Object first = application.simpleRegistry();
      Object second = neighbour.simpleRegistry();
      application.count(first);
      neighbour.count(second);
      observed.registries.noticed(first);
      observed.registries.noticed(second);
      observed.construct(Observed.TARGET, "com.acme.Chat");

      observed.tick();

      assertThat(application.value(first, "ssot.instances")).isEqualTo(1);
      assertThat(application.value(first, "ssot.constructions")).isEqualTo(1);
      assertThat(neighbour.value(second, "ssot.instances")).isEqualTo(1);
      observed.construct(Observed.TARGET, "com.acme.Chat");
      System.gc();
      observed.tick();
      assertThat(application.value(first, "ssot.constructions")).isEqualTo(2);
      observed.mode = "off";
      observed.tick();
      assertThat(application.tag(first, "ssot.agent.info", "mode")).isEqualTo("off");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"micrometer", "micrometer-1.9"})
  void an_undeployed_web_app_can_be_collected(String libraries) throws Exception {
    WeakReference<ClassLoader> loader = bindAndUndeploy(libraries);

    for (int attempt = 0; loader.get() != null && attempt < 100; attempt++) {
      System.gc();
      Thread.sleep(20);
    }

    assertThat(loader.get()).isNull();
    observed.tick();
  }

  private WeakReference<ClassLoader> bindAndUndeploy(String libraries) throws Exception {
    try (var application = MicrometerApplication.with(libraries)) {
      Object made = application.simpleRegistry();
      application.count(made);
      observed.registries.noticed(made);
      observed.tick();
      assertThat(application.value(made, "ssot.agent.info")).isEqualTo(1);
      return new WeakReference<>(application.loader());
    }
  }

  private void noticeWithAMeter(MeterRegistry noticed) {
    noticed.counter("acme.requests");
    observed.registries.noticed(noticed);
  }

  private double gauge(String name) {
    return registry.get(name).gauge().value();
  }
}
