package dev.ssot.dist.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.ssot.dist.FixtureSource;
import dev.ssot.dist.ForkedJvm;
import dev.ssot.dist.Jdk;
import dev.ssot.dist.Jdks;
import dev.ssot.dist.PackagedJar;
import dev.ssot.dist.Report;
import dev.ssot.dist.SameOutput;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No deadlock, no hang and no lost class where an application constructs at an odd moment. */
final class NoHangIT {
  private static final String POOL = "fixtures.life.Pool";

  @TempDir private Path temp;

  @ParameterizedTest
  @MethodSource("dev.ssot.dist.Jdks#oldestAndNewest")
  void odd_moments_are_passed_and_counted(Jdk jdk) {
    FixtureSource source = FixtureSource.of("fixtures.life.Corners");

    Report.Target target = run(jdk, "fixtures.life.Corners");

    assertThat(target.sites())
        .contains(
            entry(source.site("left", "new"), 1L),
            entry(source.site("right", "new"), 1L),
            entry(source.site("finalizer", "new"), 1L),
            entry(source.site("odd thread", "new"), 1L))
        .doesNotContainKey(source.site("thread id", "new"));
  }

  @ParameterizedTest
  @MethodSource("dev.ssot.dist.Jdks#oldestAndNewest")
  void call_sites_that_ran_out_of_stack_work_and_count_afterwards(Jdk jdk) {
    FixtureSource source = FixtureSource.of("fixtures.life.Recursion");

    Report.Target target = run(jdk, "fixtures.life.Recursion");

    assertThat(target.sites())
        .containsEntry(source.site("calm", "new"), 50L)
        .containsEntry(source.site("calm reference", "method-reference"), 50L);
    assertThat(target.sites().get(source.site("warm", "new"))).isGreaterThan(1_000);
  }

  /** Where no stack is left, even the JVM's call of the agent overflows. */
  @ParameterizedTest
  @MethodSource("dev.ssot.dist.Jdks#oldestAndNewest")
  void what_no_stack_was_left_for_is_woven_later_or_the_report_is_not_exact(Jdk jdk) {
    Path report = temp.resolve("report.json");

    SameOutput.of(
        jdk,
        jvm -> jvm.withAgent("targets=fixtures.life.SmallStacks$Product", "report=" + report),
        "fixtures.life.SmallStacks");

    Report.Target target = Report.read(report).target("fixtures.life.SmallStacks$Product");
    assertThat(target.isExact() && target.constructions() < 100).isFalse();
    FixtureSource source = FixtureSource.of("fixtures.life.SmallStacks");
    assertThat(target.sites().getOrDefault(source.site("maker", "new"), 0L))
        .isGreaterThanOrEqualTo(50);
  }

  /** Without the initialiser of a class of the JDK, no handle works that initialises a class. */
  @ParameterizedTest
  @MethodSource("dev.ssot.dist.Jdks#all")
  void method_handles_work_after_a_constructor_reference_ran_out_of_stack(Jdk jdk) {
    String target = "targets=fixtures.life.Handles$Chain";

    for (String mode : List.of("observe", "enforce")) {
      ForkedJvm.Exit with =
          SameOutput.of(
              jdk,
              jvm -> jvm.withAgent(target, "mode=" + mode, "canonical=first"),
              "fixtures.life.Handles");

      assertThat(with.out().lines())
          .containsExactly(
              "thrown [java.lang.StackOverflowError]", "late Handles", "later Handles");
    }
  }

  @ParameterizedTest
  @MethodSource("dev.ssot.dist.Jdks#all")
  void a_thread_that_is_stopped_while_it_waits_ends(Jdk jdk) {
    assumeTrue(jdk.version() < 20);

    ForkedJvm.Exit with =
        SameOutput.of(
            jdk,
            jvm ->
                jvm.withAgent(
                    "targets=fixtures.life.Stopping$Slow",
                    "mode=enforce",
                    "canonical=first",
                    "canonical.wait=30s"),
            "fixtures.life.Stopping");

    assertThat(with.out().lines()).containsExactly("went on: false");
  }

  @ParameterizedTest
  @MethodSource("dev.ssot.dist.Jdks#oldestAndNewest")
  void an_exit_from_the_target_s_static_initialiser_ends_the_jvm(Jdk jdk) {
    String options = "targets=fixtures.life.ExitInInitialiser$Fragile";

    ForkedJvm.Exit exit =
        SameOutput.of(jdk, jvm -> jvm.withAgent(options), "fixtures.life.ExitInInitialiser");

    assertThat(exit.code()).isEqualTo(3);
  }

  /** A parent that never reads must not keep the JVM from ending. */
  @Test
  void nobody_has_to_read_what_the_agent_says_at_exit() throws Exception {
    ProcessBuilder shop =
        new ProcessBuilder(
            Jdks.running().java().toString(),
            "-javaagent:" + PackagedJar.path() + "=targets=" + POOL + ",report=-",
            "-cp",
            PackagedJar.fixtures().toString(),
            "fixtures.life.FullPipes");
    Process process = shop.start();

    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(5);
  }

  /** The loader's lock is held by a thread that waits for the class that is being woven. */
  @ParameterizedTest
  @MethodSource("dev.ssot.dist.Jdks#all")
  void a_loader_that_locks_its_resources_is_asked_on_a_thread_of_the_agent(Jdk jdk) {
    Path report = temp.resolve("report.json");
    String target = "fixtures.life.LockedResources$Target";

    for (String mode : List.of("observe", "enforce")) {
      ForkedJvm.Exit with =
          SameOutput.of(
              jdk,
              jvm -> jvm.withAgent("targets=" + target, "mode=" + mode, "report=" + report),
              "fixtures.life.LockedResources");

      assertThat(with.out().lines()).containsExactly("target", "target", "target");
      assertThat(with.err()).containsOnlyOnce("is asked no more");
      assertThat(Report.read(report).target(target).constructions()).isEqualTo(3);
    }
  }

  private Report.Target run(Jdk jdk, String mainClass) {
    Path report = temp.resolve("report.json");
    SameOutput.of(jdk, jvm -> jvm.withAgent("targets=" + POOL, "report=" + report), mainClass);
    return Report.read(report).target(POOL);
  }
}
