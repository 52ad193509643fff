package dev.ssot.dist.jar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ssot.dist.ForkedJvm;
import dev.ssot.dist.Jdk;
import dev.ssot.dist.Jdks;
import dev.ssot.dist.PackagedJar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code java -jar} finds the command line in the hidden zone. */
final class CommandLineIT {
  @ParameterizedTest
  @MethodSource("dev.ssot.dist.Jdks#all")
  void it_says_the_version_and_the_commit_of_the_manifest(Jdk jdk) {
    ForkedJvm.Exit exit = ForkedJvm.on(jdk).runJar(PackagedJar.path(), "--version");

    assertThat(exit.out().strip())
        .isEqualTo("ssot-agent %s", PackagedJar.manifest().get("Implementation-Version"));
    assertThat(exit.err()).isEmpty();
    assertThat(exit.code()).isZero();
  }

  @Test
  void a_command_that_is_not_understood_ends_with_2_and_says_so_on_stderr() {
    ForkedJvm.Exit exit = ForkedJvm.on(Jdks.running()).runJar(PackagedJar.path(), "--colour");

    assertThat(exit.code()).isEqualTo(2);
    assertThat(exit.out()).isEmpty();
    assertThat(exit.err()).contains("--colour").doesNotContain("\tat ");
  }
}
