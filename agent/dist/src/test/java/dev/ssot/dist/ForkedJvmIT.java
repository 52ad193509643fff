package dev.ssot.dist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The tests of this module stand on these two: that it runs what it says, and sees what it does.
 */
final class ForkedJvmIT {
  @ParameterizedTest
  @MethodSource("dev.ssot.dist.Jdks#all")
  void it_runs_the_version_that_it_says(Jdk jdk) {
    ForkedJvm.Exit exit = ForkedJvm.on(jdk).run("fixtures.JavaVersion");

    assertThat(exit.out()).isEqualToIgnoringNewLines(Integer.toString(jdk.version()));
    assertThat(exit.err()).isEqualToIgnoringNewLines("on stderr");
    assertThat(exit.code()).isZero();
  }

  @Test
  void the_running_jdk_is_among_those_that_are_found() {
    assertThat(Jdks.all().map(Jdk::version)).contains(Jdks.running().version());
  }

  @Test
  void an_application_that_does_not_end_is_ended_and_fails_the_test_with_what_it_printed() {
    ForkedJvm jvm = ForkedJvm.on(Jdks.running()).within(Duration.ofSeconds(3));

    assertThatThrownBy(() -> jvm.run("fixtures.Endless"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("still running")
        .hasMessageContaining("about to wait");
  }

  @Test
  void no_agent_or_option_of_the_environment_reaches_it() {
    ForkedJvm.Exit exit =
        ForkedJvm.on(Jdks.running())
            .withEnvironment("SSOT_MODE", "off")
            .run("fixtures.Environment");

    assertThat(exit.out().lines()).containsExactly("SSOT_MODE=off");
  }
}
