package dev.ssot.dist.count;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ssot.dist.ForkedJvm;
import dev.ssot.dist.Jdk;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How deep constructors of targets can call each other, in one run with others that are none. */
final class RecursionDepthIT {
  private static final String TARGETS = "targets=fixtures.exact.Depth$Node*";

  @ParameterizedTest
  @MethodSource("dev.ssot.dist.Jdks#all")
  void interpreted_code_reaches_most_of_the_plain_depth_at_once(Jdk jdk) {
    assertThat(percent(jdk, 1, "mode=observe", "-Xint")).hasSize(3).allMatch(each -> each >= 80);
  }

  @ParameterizedTest
  @MethodSource("dev.ssot.dist.Jdks#all")
  void it_does_so_in_dry_run_as_well(Jdk jdk) {
    assertThat(percent(jdk, 1, "mode=dry-run", "-Xint")).hasSize(3).allMatch(each -> each >= 80);
  }

  /** The frames of compiled code are larger for what the constructor has to remember. */
  @ParameterizedTest
  @MethodSource("dev.ssot.dist.Jdks#all")
  void compiled_code_has_no_frame_of_a_method_handle(Jdk jdk) {
    assertThat(percent(jdk, 5, "mode=observe", "-XX:TieredStopAtLevel=1"))
        .hasSize(3)
        .allMatch(each -> each >= 33);
  }

  private static List<Integer> percent(Jdk jdk, int rounds, String mode, String option) {
    ForkedJvm.Exit exit =
        ForkedJvm.on(jdk)
            .withArguments(option)
            .withAgent(TARGETS, mode)
            .run("fixtures.exact.Depth", String.valueOf(rounds));
    assertThat(exit.code()).as(exit.err()).isZero();
    return exit.out()
        .lines()
        .map(line -> Integer.valueOf(line.substring(line.indexOf(' ') + 1)))
        .toList();
  }
}
