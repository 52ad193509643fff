package dev.ssot.dist.enforce;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ssot.dist.ForkedJvm;
import dev.ssot.dist.Jdk;
import dev.ssot.dist.Report;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An object exists once its outermost constructor has returned. */
final class HalfBuiltIT {
  private static final String HALF_BUILT = "fixtures.enforce.HalfBuilt";

  @TempDir private Path temp;

  @ParameterizedTest
  @MethodSource("dev.ssot.dist.Jdks#oldestAndNewest")
  void what_fails_or_is_still_at_work_behind_this_is_neither_shared_nor_counted(Jdk jdk) {
    Path file = temp.resolve("report.json");
    ForkedJvm.Exit exit =
        ForkedJvm.on(jdk)
            .withArguments("-Xverify:all")
            .withAgent(
                "targets=" + HALF_BUILT + "$Chain:" + HALF_BUILT + "$Slow",
                "mode=enforce",
                "canonical=first",
                "arguments=ignore",
                "log=none",
                "report=" + file)
            .run(HALF_BUILT);

    assertThat(exit.code()).as(exit.err()).isZero();
    assertThat(exit.out().lines())
        .containsExactly(
            "half built at 2", "half built at 1", "ready: true, shared: true", "early: true");
    Report.Target chain = Report.read(file).target(HALF_BUILT + "$Chain");
    assertThat(chain.constructions()).isEqualTo(1);
    assertThat(chain.redirects()).isEqualTo(1);
  }
}
