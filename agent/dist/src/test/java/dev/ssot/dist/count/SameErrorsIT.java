package dev.ssot.dist.count;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ssot.dist.ForkedJvm;
import dev.ssot.dist.Jdk;
import dev.ssot.dist.Report;
import dev.ssot.dist.SameOutput;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A woven constructor call fails and looks like the plain one. */
final class SameErrorsIT {
  private static final String PROGRAM = "fixtures.exact.SameErrors";
  private static final String TARGETS =
      "targets=" + PROGRAM + "$Library*:" + PROGRAM + "$Seen:" + PROGRAM + "$Failing";

  @TempDir private Path temp;

  @ParameterizedTest
  @MethodSource("dev.ssot.dist.Jdks#all")
  void to_observe_changes_no_error_and_no_stack(Jdk jdk) {
    Path report = temp.resolve("report.json");

    ForkedJvm.Exit with =
        SameOutput.of(jdk, jvm -> jvm.withAgent(TARGETS, "report=" + report), PROGRAM);

    assertThat(with.out())
        .contains(
            "java.lang.NoSuchMethodError",
            "java.lang.IllegalAccessError",
            "java.lang.ExceptionInInitializerError");
    assertThat(Report.read(report).target(PROGRAM + "$Seen").constructions()).isEqualTo(2);
    assertThat(Report.read(report).target(PROGRAM + "$Library1").constructions()).isEqualTo(4);
  }

  @ParameterizedTest
  @MethodSource("dev.ssot.dist.Jdks#all")
  void to_enforce_without_an_instance_changes_none_either(Jdk jdk) {
    SameOutput.of(jdk, jvm -> jvm.withAgent(TARGETS, "mode=enforce"), PROGRAM);
  }
}
