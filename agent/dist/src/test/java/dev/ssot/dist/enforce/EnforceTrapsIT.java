package dev.ssot.dist.enforce;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ssot.dist.ForkedJvm;
import dev.ssot.dist.Jdk;
import dev.ssot.dist.Report;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The moments at which a call site that asks for the canonical instance could hang, recurse or
 * leave a null behind: whoever asks gets that instance, or one of its own, as without the agent.
 */
final class EnforceTrapsIT {
  private static final String TRAP = "fixtures.enforce.trap.";
  private static final List<String> TARGETS = List.of("Lazy", "Indirect", "Single", "Held");
  private static final String CONFIG =
      """
      mode: enforce
      canonical.wait: 5ms
      targets:
        - fixtures.enforce.trap.Lazy
        - fixtures.enforce.trap.Indirect
        - fixtures.enforce.trap.Single
        - {class: fixtures.enforce.trap.Held, canonical: "fixtures.enforce.trap.Holder#get()"}
        - {class: fixtures.enforce.trap.Shared, canonical: "fixtures.enforce.trap.TouchesA#get()"}
      """;

  @TempDir private Path temp;

  /** The JVM's end is what is waited for: a provider's thread that hangs would keep it alive. */
  @ParameterizedTest
  @MethodSource("dev.ssot.dist.Jdks#oldestAndNewest")
  void nothing_hangs_and_nothing_stays_null(Jdk jdk) throws Exception {
    Path report = temp.resolve("report.json");
    Path config = Files.writeString(temp.resolve("ssot.yaml"), CONFIG);

    ForkedJvm.Exit exit =
        ForkedJvm.on(jdk)
            .within(Duration.ofMinutes(5))
            .withArguments("-Xmx512m")
            .withAgent("config=" + config, "report=" + report, "log=stderr")
            .run("fixtures.enforce.Traps", "500");

    assertThat(exit.code()).as(exit.err()).isZero();
    assertThat(exit.out().trim()).isEqualTo("sprung 500 times");
    assertThat(exit.err()).doesNotContain("the agent failed", "StackOverflowError");
    for (String target : TARGETS) {
      assertThat(answered(Report.read(report), TRAP + target)).as(target).isPositive();
    }
    // What the initialiser of A constructs stands in, until the provider has made its own.
    assertThat(Report.read(report).targets(TRAP + "Shared"))
        .isNotEmpty()
        .allSatisfy(target -> assertThat(target.constructions()).isEqualTo(2));
  }

  /** By a redirect, or by a reason that was counted: the traps were set. */
  private static long answered(Report report, String target) {
    return report.targets(target).stream()
        .mapToLong(
            each -> each.redirects() + each.failures().values().stream().mapToLong(n -> n).sum())
        .sum();
  }
}
