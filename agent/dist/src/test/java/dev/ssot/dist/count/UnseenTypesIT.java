package dev.ssot.dist.count;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ssot.dist.ForkedJvm;
import dev.ssot.dist.Jdk;
import dev.ssot.dist.PackagedJar;
import dev.ssot.dist.Report;
import dev.ssot.dist.SameOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Parameter types that a plain constructor call never loads and {@code invokedynamic} would: not
 * accessible to the caller, with a superclass that is not there, or defined twice; and constructors
 * that have no method handle.
 */
final class UnseenTypesIT {
  private static final String TARGET = "fixtures.exact.other.Client";

  @TempDir private Path temp;

  @ParameterizedTest
  @MethodSource("dev.ssot.dist.Jdks#oldestAndNewest")
  void constructions_with_types_that_are_not_there_stay_as_they_are_and_are_counted(Jdk jdk)
      throws IOException {
    Path report = temp.resolve("report.json");
    Path classes = withoutTheOptionalLibrary();
    ForkedJvm jvm = ForkedJvm.on(jdk).withClassPath(classes);

    ForkedJvm.Exit without = jvm.run("fixtures.exact.Unseen");
    ForkedJvm.Exit with =
        jvm.withAgent("targets=" + TARGET, "report=" + report).run("fixtures.exact.Unseen");

    assertThat(without.out().lines()).containsExactly("client", "client");
    SameOutput.compare(without, with);
    Report.Target target = Report.read(report).target(TARGET);
    assertThat(target.constructions()).isEqualTo(2);
    assertThat(target.notWoven().map(each -> each.get("reason").asText()))
        .containsExactly("parameter-type-missing");
    assertThat(target.allSites().map(site -> site.get("reason").asText()))
        .containsExactlyInAnyOrder("arguments", "parameter-type-missing");
  }

  @ParameterizedTest
  @MethodSource("dev.ssot.dist.Jdks#all")
  void caller_and_target_may_see_different_types_of_the_same_name(Jdk jdk) {
    Path report = temp.resolve("report.json");
    String target = "fixtures.loaders.TwoTypes$Target";

    ForkedJvm.Exit with =
        SameOutput.of(
            jdk,
            jvm -> jvm.withAgent("targets=" + target, "report=" + report),
            "fixtures.loaders.TwoTypes");

    assertThat(with.out().lines())
        .containsExactly("constructed 1", "constructed 2", "its own option");
    assertThat(Report.read(report).target(target).constructions()).isEqualTo(2);
  }

  @ParameterizedTest
  @MethodSource("dev.ssot.dist.Jdks#oldestAndNewest")
  void varargs_constructors_of_classes_that_capture_stay_as_they_are(Jdk jdk) {
    Path report = temp.resolve("report.json");
    ForkedJvm jvm = ForkedJvm.on(jdk);

    ForkedJvm.Exit without = jvm.run("fixtures.exact.Capturing");
    ForkedJvm.Exit with =
        jvm.withAgent("targets=fixtures.exact.Capturing$*", "mode=fail", "report=" + report)
            .run("fixtures.exact.Capturing");

    assertThat(without.out().lines()).containsExactly("[a] b", "[c, d] e", "[f] [g]");
    SameOutput.compare(without, with);
    Report read = Report.read(report);
    for (String broken : List.of("fixtures.exact.Capturing$1", "fixtures.exact.Capturing$1Local")) {
      assertThat(read.target(broken).constructions()).isOne();
      assertThat(read.target(broken).notWoven().map(each -> each.get("reason").asText()))
          .containsExactly("variable-arity");
    }
    assertThat(read.target("fixtures.exact.Capturing$2").notWoven()).isEmpty();
  }

  private Path withoutTheOptionalLibrary() throws IOException {
    Path classes = Files.createDirectories(temp.resolve("classes"));
    Path from = PackagedJar.fixtures();
    Files.createDirectories(classes.resolve("fixtures/exact/other"));
    for (String folder : List.of("fixtures/exact", "fixtures/exact/other")) {
      try (Stream<Path> files = Files.list(from.resolve(folder))) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          if (!file.getFileName().toString().startsWith("OptionalLibrary")) {
            Files.copy(file, classes.resolve(folder).resolve(file.getFileName()));
          }
        }
      }
    }
    return classes;
  }
}
