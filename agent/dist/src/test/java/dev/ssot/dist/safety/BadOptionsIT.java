package dev.ssot.dist.safety;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ssot.dist.ForkedJvm;
import dev.ssot.dist.Jdk;
import dev.ssot.dist.Jdks;
import dev.ssot.dist.Report;
import dev.ssot.dist.SameOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A mistake in the options is said in one line and harms nobody; every source of them works. */
final class BadOptionsIT {
  private static final String SHOP = "fixtures.life.Shop";
  private static final String POOL = "fixtures.life.Pool";

  @TempDir private Path temp;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tragets=fixtures.life.Pool",
        "mode=obverse",
        "live.limit=many",
        "report=out.exe",
        "config=/no/such/file.yaml",
        "targets",
        "report.every=1ms"
      })
  void a_bad_option_is_one_line_and_no_agent(String option) {
    assertOff(Jdks.running(), jvm -> jvm.withAgent(option), option.replaceAll("=.*", ""));
  }

  @ParameterizedTest
  @MethodSource("dev.ssot.dist.Jdks#oldestAndNewest")
  void broken_yaml_is_one_line_and_no_agent(Jdk jdk) throws IOException {
    Path config = Files.writeString(temp.resolve("ssot.yaml"), "targets: [unclosed\nmode: {");

    assertOff(jdk, jvm -> jvm.withAgent("config=" + config), config.toString());
  }

  @ParameterizedTest
  @MethodSource("dev.ssot.dist.Jdks#oldestAndNewest")
  void yaml_is_a_source_of_options(Jdk jdk) throws IOException {
    Path report = temp.resolve("report.json");
    Path config =
        Files.writeString(
            temp.resolve("ssot.yaml"),
            """
            targets:
              - class: %s
            groups:
              - {name: the shop, priority: 1, sites: ["fixtures.life.*"]}
            report: %s
            """
                .formatted(POOL, report));

    SameOutput.of(jdk, jvm -> jvm.withAgent("config=" + config), SHOP, "exit");

    Report.Target target = Report.read(report).target(POOL);
    assertThat(target.constructions()).isEqualTo(5);
    assertThat(target.node().get("groups").get(0).get("name").asText()).isEqualTo("the shop");
  }

  @Test
  void system_properties_are_a_source_of_options() {
    Path report = temp.resolve("report.json");

    SameOutput.of(
        Jdks.running(),
        jvm -> jvm.withArguments("-Dssot.targets=" + POOL, "-Dssot.report=" + report).withAgent(),
        SHOP,
        "exit");

    assertThat(Report.read(report).target(POOL).constructions()).isEqualTo(5);
  }

  @Test
  void the_environment_is_a_source_of_options_and_the_arguments_are_more_explicit() {
    Path report = temp.resolve("report.json");

    ForkedJvm.Exit exit =
        SameOutput.of(
            Jdks.running(),
            jvm ->
                jvm.withEnvironment("SSOT_TARGETS", "no.such.Target")
                    .withEnvironment("SSOT_REPORT", report.toString())
                    .withEnvironment("SSOT_SERVICE_HOST", "10.0.0.1")
                    .withAgent("targets=" + POOL),
            SHOP,
            "exit");

    assertThat(Report.read(report).target(POOL).constructions()).isEqualTo(5);
    assertThat(exit.err()).contains("SSOT_SERVICE_HOST");
  }

  @Test
  void an_agent_that_is_not_enabled_writes_and_prints_nothing() {
    Path report = temp.resolve("report.json");

    ForkedJvm.Exit exit =
        SameOutput.of(
            Jdks.running(),
            jvm -> jvm.withAgent("enabled=false", "targets=" + POOL, "report=" + report),
            SHOP,
            "exit");

    assertThat(report).doesNotExist();
    assertThat(exit.err()).isEmpty();
  }

  @Test
  void in_mode_off_nothing_is_counted() {
    Path report = temp.resolve("report.json");

    SameOutput.of(
        Jdks.running(),
        jvm -> jvm.withAgent("mode=off", "targets=" + POOL, "report=" + report),
        SHOP,
        "exit");

    assertThat(Report.read(report).target(POOL).constructions()).isZero();
  }

  private static void assertOff(Jdk jdk, UnaryOperator<ForkedJvm> agent, String culprit) {
    ForkedJvm.Exit exit = SameOutput.of(jdk, agent, SHOP, "exit");

    assertThat(exit.err().lines()).hasSize(1);
    assertThat(exit.err())
        .startsWith("[ssot] ")
        .contains(culprit)
        .contains("the agent stays off")
        .doesNotContain("constructed by");
  }
}
