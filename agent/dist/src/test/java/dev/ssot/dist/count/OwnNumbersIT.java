package dev.ssot.dist.count;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.ssot.dist.FixtureSource;
import dev.ssot.dist.ForkedJvm;
import dev.ssot.dist.Jdk;
import dev.ssot.dist.Report;
import dev.ssot.dist.SameOutput;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What finds the slot of a thread asks no code of the application, and trusts no number of it. */
final class OwnNumbersIT {
  private static final String NUMBERS = "fixtures.exact.OwnNumbers";
  private static final String COUNTED = "fixtures.exact.Counted";
  private static final FixtureSource SOURCE = FixtureSource.of(NUMBERS);

  @TempDir private Path temp;

  @ParameterizedTest
  @MethodSource("dev.ssot.dist.Jdks#all")
  void threads_are_not_asked_for_their_number_or_hash(Jdk jdk) {
    Report.Target target = count(jdk, "observe", "8", "100000");

    assertThat(target.sites())
        .containsOnly(
            entry(SOURCE.site("new", "new"), 800_000L),
            entry(SOURCE.site("reference", "method-reference"), 800_000L));
  }

  /** Some of them take one slot for each of their numbers, until there is none left. */
  @ParameterizedTest
  @MethodSource("dev.ssot.dist.Jdks#oldestAndNewest")
  void more_numbers_than_there_are_slots_add_up(Jdk jdk) {
    assertThat(count(jdk, "observe", "40", "40000").constructions()).isEqualTo(3_200_000);
  }

  @ParameterizedTest
  @MethodSource("dev.ssot.dist.Jdks#oldestAndNewest")
  void nor_are_they_asked_where_constructions_are_only_watched(Jdk jdk) {
    assertThat(count(jdk, "dry-run", "8", "100000").constructions()).isEqualTo(1_600_000);
  }

  private Report.Target count(Jdk jdk, String mode, String... arguments) {
    Path report = temp.resolve("report.json");
    SameOutput.of(
        jdk,
        each ->
            opened(jdk, each).withAgent("targets=" + COUNTED, "mode=" + mode, "report=" + report),
        NUMBERS,
        arguments);
    return Report.read(report).target(COUNTED);
  }

  /** Lets the application change the number of a thread. */
  private static ForkedJvm opened(Jdk jdk, ForkedJvm jvm) {
    return jdk.version() == 8
        ? jvm
        : jvm.withArguments("--add-opens", "java.base/java.lang=ALL-UNNAMED");
  }
}
