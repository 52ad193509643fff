package dev.ssot.dist.enforce;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ssot.dist.FixtureSource;
import dev.ssot.dist.ForkedJvm;
import dev.ssot.dist.Jdk;
import dev.ssot.dist.Report;
import dev.ssot.dist.RunningJvm;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Modes follow the configuration file while the application runs. */
final class ModeSwitchIT {
  private static final String POOL = "fixtures.life.Pool";
  private static final FixtureSource SOURCE = FixtureSource.of("fixtures.life.Steady");
  private static final String CONFIG =
      """
      targets: [fixtures.life.Pool]
      report.every: 1s
      groups:
        - {name: P1, priority: 1, sites: ["fixtures.life.Steady$Core"]%s}
      """;

  @TempDir private Path temp;

  @ParameterizedTest
  @MethodSource("dev.ssot.dist.Jdks#oldestAndNewest")
  void a_group_is_switched_off_and_on_again_and_a_bad_file_changes_nothing(Jdk jdk)
      throws Exception {
    Path config = Files.writeString(temp.resolve("ssot.yaml"), CONFIG.formatted(""));
    Path report = temp.resolve("report.json");
    ForkedJvm jvm = ForkedJvm.on(jdk).withAgent("config=" + config, "report=" + report);

    try (RunningJvm running = jvm.start("fixtures.life.Steady")) {
      running.awaitOutput("begun").await(() -> count(report, "core") > 10, "construction counted");

      Files.writeString(config, CONFIG.formatted(", mode: off"));
      running.await(() -> saidThatItFollows(running, 1), "switch");
      long off = settled(running, report);
      running.await(() -> count(report, "rest") > off + 300, "counting of the other site");
      assertThat(count(report, "core")).isEqualTo(off);

      Files.writeString(config, "groups: [");
      running.await(() -> running.printed(0).err().contains("is not valid"), "complaint");
      assertThat(count(report, "core")).isEqualTo(off);

      Files.writeString(config, CONFIG.formatted(""));
      running.await(() -> saidThatItFollows(running, 2), "switch back");
      running.await(() -> count(report, "core") > off + 10, "counting again");
      running.terminate();
    }

    assertThat(Files.readString(report))
        .contains("\"by\": \"file\"", "\"scope\": \"P1\"", "\"to\": \"off\"");
  }

  /** The count of the switched site, once the report after the switch was written. */
  private static long settled(RunningJvm running, Path report) {
    long rest = count(report, "rest");
    running.await(() -> count(report, "rest") > rest + 300, "report after the switch");
    return count(report, "core");
  }

  private static boolean saidThatItFollows(RunningJvm running, int times) {
    return running.printed(0).err().split("; followed: groups", -1).length > times;
  }

  private static long count(Path report, String site) {
    return Files.exists(report)
        ? Report.read(report).target(POOL).sites().getOrDefault(SOURCE.site(site, "new"), 0L)
        : 0;
  }
}
