package dev.ssot.dist.count;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ssot.dist.ForkedJvm;
import dev.ssot.dist.Jdk;
import dev.ssot.dist.Jdks;
import dev.ssot.dist.Report;
import dev.ssot.dist.RunningJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How many instances are alive. */
final class LiveInstancesIT {
  private static final String POOL = "fixtures.life.Pool";

  @TempDir private Path temp;

  /** Live counts fall when the garbage collector has run, and agree with its histogram. */
  @ParameterizedTest
  @MethodSource("dev.ssot.dist.Jdks#oldestAndNewest")
  void dropped_objects_are_no_longer_counted_as_the_heap_says(Jdk jdk) throws IOException {
    try (RunningJvm running = start(jdk, 10_000, "1000", "42")) {
      running.awaitOutput("kept 42");
      assertThat(running.liveHistogram().get(POOL)).isEqualTo(42);
      Report.Target target = end(running);

      assertThat(target.constructions()).isEqualTo(1000);
      assertThat(target.live()).isEqualTo(42);
      assertThat(target.isExact()).isTrue();
      assertThat(target.node().get("instances").get("duplicates").asLong()).isEqualTo(41);
    }
  }

  @Test
  void beyond_the_limit_the_count_is_a_lower_bound_and_says_so() throws IOException {
    try (RunningJvm running = start(Jdks.running(), 100, "5000", "3000")) {
      Report.Target target = end(running.awaitOutput("kept 3000"));

      assertThat(target.constructions()).isEqualTo(5000);
      assertThat(target.isExact()).isFalse();
      assertThat(target.live()).isBetween(1L, 100L);
    }
  }

  @ParameterizedTest
  @MethodSource("dev.ssot.dist.Jdks#oldestAndNewest")
  void beyond_the_limit_tracking_goes_on_once_there_is_room(Jdk jdk) throws IOException {
    ForkedJvm.Exit exit = jvm(jdk, 1_000).run("fixtures.life.Waves", "5000");
    assertThat(exit.out()).as(exit.err()).contains("ends with 200");
    Report.Target target = Report.read(report()).target(POOL);

    assertThat(target.constructions()).isEqualTo(5_300);
    assertThat(target.live()).as("of the second wave").isBetween(1L, 200L);
    assertThat(target.isExact()).isFalse();
  }

  private RunningJvm start(Jdk jdk, int limit, String made, String kept) {
    return jvm(jdk, limit)
        .start("fixtures.life.Garbage", made, kept, temp.resolve("end").toString());
  }

  private ForkedJvm jvm(Jdk jdk, int limit) {
    return ForkedJvm.on(jdk)
        .withAgent("targets=" + POOL, "report=" + report(), "live.limit=" + limit);
  }

  private Report.Target end(RunningJvm running) throws IOException {
    Files.createFile(temp.resolve("end"));
    ForkedJvm.Exit exit = running.awaitEnd();
    assertThat(exit.code()).as(exit.err()).isZero();
    return Report.read(report()).target(POOL);
  }

  private Path report() {
    return temp.resolve("report.json");
  }
}
