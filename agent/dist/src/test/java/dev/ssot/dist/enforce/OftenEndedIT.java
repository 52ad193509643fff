package dev.ssot.dist.enforce;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ssot.dist.ForkedJvm;
import dev.ssot.dist.Jdk;
import dev.ssot.dist.Report;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An instance that ends all the time. */
final class OftenEndedIT {
  private static final String ENDS = "fixtures.enforce.OftenEnded";
  private static final String CONFIG =
      """
      mode: enforce
      targets:
        - {class: fixtures.enforce.OftenEnded$Short, canonical: first}
        - fixtures.enforce.OftenEnded$Lasting
      """;

  @TempDir private Path temp;

  @ParameterizedTest
  @MethodSource("dev.ssot.dist.Jdks#oldestAndNewest")
  void nobody_is_given_a_closed_one_and_other_targets_keep_their_pace(Jdk jdk) throws Exception {
    Path report = temp.resolve("report.json");
    Path config = Files.writeString(temp.resolve("ssot.yaml"), CONFIG);

    ForkedJvm.Exit exit =
        ForkedJvm.on(jdk).withAgent("config=" + config, "log=none", "report=" + report).run(ENDS);

    assertThat(exit.code()).as(exit.err()).isZero();
    assertThat(exit.out().lines())
        .containsExactly("closed ones: 0", "closed ones: 0", "keeps its pace");
    assertThat(Report.read(report).target(ENDS + "$Lasting").redirects()).isPositive();
  }
}
