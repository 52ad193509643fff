package dev.ssot.dist.count;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ssot.dist.FixtureSource;
import dev.ssot.dist.ForkedJvm;
import dev.ssot.dist.Jdk;
import dev.ssot.dist.Jdks;
import dev.ssot.dist.Report;
import dev.ssot.dist.SameOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Constructions that made no object leave a trace, even where the application swallows why. */
final class OutcomesIT {
  private static final String CLIENT = "fixtures.outcome.Client";
  private static final FixtureSource ATTEMPTS = FixtureSource.of("fixtures.outcome.Attempts");
  private static final FixtureSource OTHERS = FixtureSource.of("fixtures.outcome.AttemptsByOthers");
  private static final FixtureSource REFUSED = FixtureSource.of("fixtures.outcome.Refused");

  @TempDir private Path temp;

  @ParameterizedTest
  @MethodSource("dev.ssot.dist.Jdks#all")
  void a_constructor_that_throws_is_counted_at_its_call_site(Jdk jdk) {
    Path json = temp.resolve("report.json");
    ForkedJvm.Exit with =
        ForkedJvm.on(jdk)
            .withAgent("targets=" + CLIENT, "report=" + json)
            .run("fixtures.outcome.Attempts");
    SameOutput.compare(ForkedJvm.on(jdk).run("fixtures.outcome.Attempts"), with);

    Report.Target target = Report.read(json).target(CLIENT);
    assertThat(target.constructions()).isEqualTo(2);
    assertThat(counts(target, "failed"))
        .isEqualTo(
            Map.of(
                ATTEMPTS.line("argument"), 9L,
                ATTEMPTS.line("new"), 9L,
                ATTEMPTS.line("reference"), 9L));
    target
        .allSites()
        .filter(site -> site.get("failed").asLong() > 0)
        .forEach(site -> assertThat(site.get("stacks").toString()).doesNotContain("dev.ssot"));
  }

  /** What the superclass throws is not counted there: no handler can stand around that call. */
  @ParameterizedTest
  @MethodSource("dev.ssot.dist.Jdks#all")
  void so_is_one_that_reflection_or_a_handle_has_called(Jdk jdk) {
    String late = "fixtures.outcome.AttemptsByOthers$Late";
    Path json = temp.resolve("report.json");
    ForkedJvm.Exit with =
        ForkedJvm.on(jdk)
            .withAgent("targets=" + CLIENT + ":" + late, "report=" + json)
            .run("fixtures.outcome.AttemptsByOthers");
    SameOutput.compare(ForkedJvm.on(jdk).run("fixtures.outcome.AttemptsByOthers"), with);

    assertThat(counts(Report.read(json).target(CLIENT), "failed"))
        .isEqualTo(Map.of(OTHERS.line("reflection"), 6L, OTHERS.line("handle"), 6L));
    assertThat(counts(Report.read(json).target(late), "failed"))
        .isEqualTo(Map.of(OTHERS.line("late"), 6L));
    assertThat(Report.read(json).target(late).constructions()).isEqualTo(9);
  }

  @ParameterizedTest
  @MethodSource("dev.ssot.dist.Jdks#all")
  void the_summary_says_how_many_failed(Jdk jdk) {
    ForkedJvm.Exit exit =
        ForkedJvm.on(jdk).withAgent("targets=" + CLIENT).run("fixtures.outcome.Attempts");

    assertThat(exit.err()).contains("27 constructions failed at 3 call sites");
  }

  @ParameterizedTest
  @ValueSource(strings = {"txt", "md", "html"})
  void a_dry_run_says_where_constructors_throw(String format) throws IOException {
    Path report = temp.resolve("report." + format);
    ForkedJvm.on(Jdks.running())
        .withAgent("targets=" + CLIENT, "mode=dry-run", "arguments=ignore", "report=" + report)
        .run("fixtures.outcome.Attempts");

    assertThat(Files.readString(report))
        .contains("call sites would be redirected; at 3 call sites constructions failed");
  }

  @ParameterizedTest
  @MethodSource("dev.ssot.dist.Jdks#all")
  void a_refusal_that_is_swallowed_is_counted_and_logged_once(Jdk jdk) {
    Path json = temp.resolve("report.json");
    ForkedJvm.Exit exit =
        ForkedJvm.on(jdk)
            .withAgent("targets=" + CLIENT, "mode=fail", "log=stderr", "report=" + json)
            .run("fixtures.outcome.Refused");

    assertThat(exit.code()).as(exit.err()).isZero();
    Report.Target target = Report.read(json).target(CLIENT);
    assertThat(target.constructions()).isEqualTo(1);
    assertThat(counts(target, "refusals"))
        .isEqualTo(
            Map.of(
                REFUSED.line("job"), 10L,
                REFUSED.line("reflection"), 5L,
                REFUSED.line("seen"), 1L));
    assertThat(exit.out()).contains("cause fixtures.outcome.Client.<clinit>(Client.java:");
    assertThat(
            exit.err()
                .split("Refused.java:" + REFUSED.line("job") + "\\) \\(new\\), in mode fail", -1))
        .as(exit.err())
        .hasSize(2);
  }

  private static Map<Integer, Long> counts(Report.Target target, String what) {
    Map<Integer, Long> counts = new TreeMap<>();
    for (JsonNode site : (Iterable<JsonNode>) target.allSites()::iterator) {
      if (site.get(what).asLong() > 0) {
        counts.put(site.get("line").asInt(), site.get(what).asLong());
      }
    }
    return counts;
  }
}
