package dev.ssot.dist.enforce;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ssot.dist.ForkedJvm;
import dev.ssot.dist.Jdk;
import dev.ssot.dist.Report;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A provider that never answers the agent does not keep the application's JVM from ending. */
final class HangingIT {
  @TempDir private Path temp;

  @ParameterizedTest
  @MethodSource("dev.ssot.dist.Jdks#oldestAndNewest")
  void one_that_waits_is_interrupted_once_nothing_else_is_left(Jdk jdk) {
    assertThat(run(jdk, "Waiting", "waiting"))
        .containsExactly("made true", "made true", "made true", "interrupted");
    assertThat(report("Waiting").constructions()).as("one stands in").isEqualTo(1);
    assertThat(report("Waiting").redirects()).isEqualTo(2);
  }

  @ParameterizedTest
  @MethodSource("dev.ssot.dist.Jdks#oldestAndNewest")
  void one_that_swallows_interrupts_ends_with_the_jvm(Jdk jdk) {
    assertThat(run(jdk, "Deaf", "deaf"))
        .containsExactly("made true", "made true", "made true", "swallowed");
    assertThat(report("Deaf").redirects()).isEqualTo(2);
  }

  @ParameterizedTest
  @MethodSource("dev.ssot.dist.Jdks#oldestAndNewest")
  void the_jvm_lives_on_as_long_as_a_thread_of_the_application_does(Jdk jdk) {
    assertThat(run(jdk, "Deaf", "deaf", "work"))
        .containsExactly("made true", "made true", "made true", "worked", "swallowed");
  }

  private List<String> run(Jdk jdk, String target, String... arguments) {
    ForkedJvm.Exit exit =
        ForkedJvm.on(jdk)
            .within(Duration.ofMinutes(2))
            .withAgent(
                "targets=fixtures.enforce.Hanging$" + target,
                "mode=enforce",
                "report=" + json(),
                "log=stderr")
            .run("fixtures.enforce.Hanging", arguments);
    assertThat(exit.code()).as(exit.err()).isZero();
    assertThat(exit.err()).doesNotContain("the agent failed");
    return exit.out().lines().toList();
  }

  private Report.Target report(String target) {
    return Report.read(json()).target("fixtures.enforce.Hanging$" + target);
  }

  private Path json() {
    return temp.resolve("report.json");
  }
}
