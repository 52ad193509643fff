package dev.ssot.dist.enforce;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ssot.dist.ForkedJvm;
import dev.ssot.dist.Jdk;
import dev.ssot.dist.Report;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who believes to own the shared instance does not end it; who does, does. */
final class GuardIT {
  private static final String POOL = "fixtures.guard.Pool";
  private static final String SESSION = "fixtures.guard.Session";

  @TempDir private Path temp;

  @ParameterizedTest
  @MethodSource("dev.ssot.dist.Jdks#oldestAndNewest")
  void a_former_owner_ends_nothing_however_it_tries(Jdk jdk) {
    var exit =
        run(
            jdk,
            POOL,
            "mode=enforce",
            "begin",
            "try",
            "quietly",
            "each",
            "shutdown",
            "reference",
            "thread");

    assertThat(exit.out().lines())
        .containsExactly("try 0", "quietly 0", "each 0", "shutdown 0", "reference 0", "thread 0");
    assertThat(guarded(POOL)).isEqualTo(6);
    assertThat(exit.err())
        .contains(
            "fixtures.guard.Pool.close() called by fixtures.guard.Former.quietly did nothing",
            "fixtures.guard.Pool.shutdown() called by fixtures.guard.Former.shutdown did nothing",
            "at fixtures.guard.Closing.quietly(Closing.java:");
  }

  @ParameterizedTest
  @MethodSource("dev.ssot.dist.Jdks#oldestAndNewest")
  void without_a_guard_or_a_redirect_everything_is_closed_as_before(Jdk jdk) {
    String[] steps = {"unrelated", "begin", "try", "quietly", "target"};

    var plain = ForkedJvm.on(jdk).run("fixtures.guard.Guarded", steps);

    assertThat(run(jdk, POOL, "mode=observe", steps).out()).isEqualTo(plain.out());
    assertThat(run(jdk, POOL, "mode=enforce,guard=none", steps).out().lines())
        .containsExactly("unrelated 1", "try 1", "quietly 2", "target 3");
  }

  @ParameterizedTest
  @MethodSource("dev.ssot.dist.Jdks#oldestAndNewest")
  void a_superclass_that_was_there_first_is_guarded_as_well(Jdk jdk) {
    var exit = run(jdk, POOL, "mode=enforce", "unrelated", "begin", "settle", "try", "unrelated");

    assertThat(exit.out().lines()).containsExactly("unrelated 1", "try 0", "unrelated 1");
  }

  @ParameterizedTest
  @MethodSource("dev.ssot.dist.Jdks#oldestAndNewest")
  void the_target_s_own_code_and_a_shutdown_hook_close_for_real(Jdk jdk) {
    var exit = run(jdk, POOL, "mode=enforce", "begin", "quietly", "target", "hook");

    assertThat(exit.out().lines()).containsExactly("quietly 0", "target 1", "hook 2");
    assertThat(guarded(POOL)).isEqualTo(1);
  }

  @ParameterizedTest
  @MethodSource("dev.ssot.dist.Jdks#oldestAndNewest")
  void the_guard_outlives_a_rollback(Jdk jdk) {
    var exit =
        run(jdk, POOL, "mode=enforce", "begin", "observe", "quietly", "thread", "try", "target");

    // After it, try-with-resources has an instance of its own again.
    assertThat(exit.out().lines()).containsExactly("quietly 0", "thread 0", "try 0", "target 1");
    assertThat(guarded(POOL)).isEqualTo(2);
    assertThat(Report.read(json()).target(POOL).constructions()).isEqualTo(2);
  }

  @ParameterizedTest
  @MethodSource("dev.ssot.dist.Jdks#oldestAndNewest")
  void the_first_maker_loses_what_others_are_given(Jdk jdk) {
    var exit = run(jdk, SESSION, "mode=enforce,canonical=first", "first");

    assertThat(exit.out().lines()).containsExactly("alone 0", "shared true", "first 0");
    assertThat(guarded(SESSION)).isEqualTo(3);
  }

  @ParameterizedTest
  @MethodSource("dev.ssot.dist.Jdks#oldestAndNewest")
  void what_was_closed_for_real_is_not_shared(Jdk jdk) {
    var exit = run(jdk, SESSION, "mode=observe,canonical=first", "ended");

    assertThat(exit.out().lines()).containsExactly("ended 1", "again false true");
  }

  @ParameterizedTest
  @MethodSource("dev.ssot.dist.Jdks#oldestAndNewest")
  void what_was_handed_on_is_closed_by_its_owner_alone(Jdk jdk) {
    var exit = runProgram(jdk, "fixtures.guard.Handed", POOL, "mode=enforce");

    assertThat(exit.out().lines())
        .containsExactly(
            "alone 0",
            "returned 0",
            "wired 0",
            "inherited 0",
            "shown 0",
            "listed 0",
            "reflected 0",
            "target 1",
            "hook 2");
    assertThat(guarded(POOL)).isEqualTo(7);
    assertThat(exit.err())
        .contains(
            "called by fixtures.guard.Elsewhere.use did nothing, since others share the instance;"
                + " if that is its owner, set allow=fixtures.guard.Elsewhere#use");
  }

  @ParameterizedTest
  @MethodSource("dev.ssot.dist.Jdks#oldestAndNewest")
  void the_option_that_the_log_names_makes_its_caller_an_owner(Jdk jdk) {
    var exit =
        runProgram(
            jdk, "fixtures.guard.Handed", POOL, "mode=enforce,allow=fixtures.guard.Stopping#stop");

    assertThat(exit.out().lines()).contains("returned 0", "wired 1");
  }

  @ParameterizedTest
  @MethodSource("dev.ssot.dist.Jdks#oldestAndNewest")
  void an_allowed_maker_stays_the_owner(Jdk jdk) {
    var exit =
        run(jdk, SESSION, "mode=enforce,canonical=first,allow=fixtures.guard.Owner", "owner");

    assertThat(exit.out().lines())
        .containsExactly("shared true", "owner 1", "after it false", "next true");
    assertThat(guarded(SESSION)).isZero();
  }

  private ForkedJvm.Exit run(Jdk jdk, String target, String options, String... steps) {
    return runProgram(jdk, "fixtures.guard.Guarded", target, options, steps);
  }

  private ForkedJvm.Exit runProgram(
      Jdk jdk, String program, String target, String options, String... steps) {
    var exit =
        ForkedJvm.on(jdk)
            .withAgent(
                "targets=" + target,
                options,
                "canonical.wait=60s",
                "log=stderr",
                "report=" + json())
            .run(program, steps);
    assertThat(exit.code()).as(exit.err()).isZero();
    assertThat(exit.err()).doesNotContain("the agent failed", "is left as it is");
    return exit;
  }

  private long guarded(String target) {
    return Report.read(json()).target(target).node().get("guarded").asLong();
  }

  private Path json() {
    return temp.resolve("report.json");
  }
}
