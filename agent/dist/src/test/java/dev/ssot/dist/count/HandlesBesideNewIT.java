package dev.ssot.dist.count;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ssot.dist.FixtureSource;
import dev.ssot.dist.ForkedJvm;
import dev.ssot.dist.Jdk;
import dev.ssot.dist.Report;
import java.nio.file.Path;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each construction is counted once, though a line, or a method without lines, makes several. */
final class HandlesBesideNewIT {
  private static final String BESIDE = "fixtures.exact.Beside";

  @TempDir private Path temp;

  @ParameterizedTest
  @MethodSource("dev.ssot.dist.Jdks#all")
  void with_debug_information(Jdk jdk) {
    allAreCounted(jdk, "-g");
  }

  @ParameterizedTest
  @MethodSource("dev.ssot.dist.Jdks#all")
  void without_debug_information(Jdk jdk) {
    allAreCounted(jdk, "-g:none");
  }

  private void allAreCounted(Jdk jdk, String debug) {
    Path json = temp.resolve("report.json");
    ForkedJvm.Exit exit =
        ForkedJvm.on(jdk)
            .withClassPath(compiled(debug))
            .withAgent("targets=fixtures.exact.Beside$*", "log=none", "report=" + json)
            .run(BESIDE);
    assertThat(exit.code()).as(exit.err()).isZero();
    Report report = Report.read(json);

    assertThat(report.target(BESIDE + "$One").constructions()).isEqualTo(5 * (2 + 1 + 3));
    assertThat(report.target(BESIDE + "$Other").constructions()).isEqualTo(5 * (1 + 1 + 1));
    assertThat(report.target(BESIDE + "$Initialised").constructions()).isEqualTo(2);
  }

  private Path compiled(String debug) {
    int failed =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                debug,
                "--release",
                "8",
                "-nowarn",
                "-Xlint:-options",
                "-d",
                temp.toString(),
                FixtureSource.of(BESIDE).path());
    assertThat(failed).isZero();
    return temp;
  }
}
