package dev.ssot.dist.count;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.ssot.dist.FixtureSource;
import dev.ssot.dist.ForkedJvm;
import dev.ssot.dist.Jdk;
import dev.ssot.dist.Jdks;
import dev.ssot.dist.PackagedJar;
import dev.ssot.dist.Report;
import dev.ssot.dist.SameOutput;
import dev.ssot.forms.Compilers;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Counts are exact to the last one, however many threads construct. */
final class CrowdIT {
  private static final String CROWD = "fixtures.exact.Crowd";
  private static final String COUNTED = "fixtures.exact.Counted";
  private static final FixtureSource SOURCE = FixtureSource.of(CROWD);

  @TempDir private Path temp;

  @ParameterizedTest
  @MethodSource("dev.ssot.dist.Jdks#oldestAndNewest")
  void sixteen_threads_add_up_to_the_last_construction(Jdk jdk) {
    Report.Target target = crowd(jdk, jvm -> jvm, "16", "1000000");

    assertThat(target.constructions()).isEqualTo(16_000_000);
    assertThat(target.sites())
        .containsOnly(
            entry(SOURCE.site("reference", "method-reference"), 4_000_000L),
            entry(SOURCE.site("new", "new"), 4_000_000L),
            entry(SOURCE.site("new with arguments", "new"), 4_000_000L),
            entry(SOURCE.site("many lines", "new"), 4_000_000L));
  }

  /** There are 256 slots for marks: with more threads than that, marks get lost for sure. */
  @ParameterizedTest
  @MethodSource("dev.ssot.dist.Jdks#oldestAndNewest")
  void more_threads_than_there_are_marks_add_up(Jdk jdk) {
    assertThat(crowd(jdk, jvm -> jvm, "300", "4000").constructions()).isEqualTo(1_200_000);
  }

  @Test
  void frames_that_the_jvm_is_told_to_show_change_no_count() {
    Report.Target target =
        crowd(
            Jdks.running(),
            jvm -> jvm.withArguments("-XX:+UnlockDiagnosticVMOptions", "-XX:+ShowHiddenFrames"),
            "200",
            "4000");

    assertThat(target.constructions()).isEqualTo(800_000);
  }

  @Test
  void classes_without_debug_information_add_up() {
    String classPath = PackagedJar.fixtures().toString();
    Compilers.javac(temp, List.of(SOURCE.file()), "-g:none", "--release", "8", "-cp", classPath);

    Report.Target target =
        crowd(
            Jdks.running(), jvm -> jvm.withClassPath(temp, PackagedJar.fixtures()), "200", "4000");

    assertThat(target.constructions()).isEqualTo(800_000);
    assertThat(target.sites())
        .containsOnly(entry("null:-1 new", 600_000L), entry("null:-1 method-reference", 200_000L));
  }

  private Report.Target crowd(Jdk jdk, UnaryOperator<ForkedJvm> jvm, String... arguments) {
    Path report = temp.resolve("report.json");
    SameOutput.of(
        jdk,
        each -> jvm.apply(each.withAgent("targets=" + COUNTED, "report=" + report)),
        CROWD,
        arguments);
    return Report.read(report).target(COUNTED);
  }
}
