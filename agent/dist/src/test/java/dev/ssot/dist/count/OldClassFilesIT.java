package dev.ssot.dist.count;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.ssot.dist.FixtureSource;
import dev.ssot.dist.ForkedJvm;
import dev.ssot.dist.Jdk;
import dev.ssot.dist.Jdks;
import dev.ssot.dist.PackagedJar;
import dev.ssot.dist.Report;
import dev.ssot.dist.SameOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Class files from before Java 7, which are woven without {@code invokedynamic}. */
final class OldClassFilesIT {
  private static final String PROGRAM = "fixtures.exact.OldCode";
  private static final String TARGET = PROGRAM + "$Shared";
  private static final FixtureSource SOURCE = FixtureSource.of(PROGRAM);

  @TempDir private Path temp;

  static Stream<Arguments> runs() {
    return Jdks.all()
        .flatMap(jdk -> Stream.of(48, 49, 50).map(version -> Arguments.of(version, jdk)));
  }

  @ParameterizedTest(name = "version {0} on {1}")
  @MethodSource("runs")
  void to_observe_them_changes_nothing_and_counts_each_construction(int version, Jdk jdk)
      throws IOException {
    aged(version);
    Path file = temp.resolve("report.json");

    ForkedJvm.Exit without = jvm(jdk).run(PROGRAM);
    ForkedJvm.Exit with = jvm(jdk).withAgent("targets=" + TARGET, "report=" + file).run(PROGRAM);

    assertThat(without.out().lines()).containsExactly("shared: 0");
    SameOutput.compare(without, with);
    assertThat(Report.read(file).target(TARGET).sites())
        .containsOnly(
            entry(SOURCE.site("own", "new"), 1L),
            entry(SOURCE.site("plain", "new"), 1L),
            entry(SOURCE.site("ternary", "new"), 1L),
            entry(SOURCE.site("loop", "new"), 3L),
            entry(SOURCE.site("statement", "new"), 1L),
            entry(SOURCE.site("argument", "new"), 1L));
  }

  @ParameterizedTest(name = "version {0} on {1}")
  @MethodSource("runs")
  void what_takes_no_argument_can_be_redirected_from_version_49_on(int version, Jdk jdk)
      throws IOException {
    aged(version);
    Path file = temp.resolve("report.json");

    jvm(jdk).withAgent("targets=" + TARGET, "report=" + file).run(PROGRAM);

    String plain = version < 49 ? "class-file-too-old" : "null";
    assertThat(reasons(Report.read(file)))
        .containsOnly(
            entry("own", "inside-target"),
            entry("plain", plain),
            entry("ternary", plain),
            entry("loop", plain),
            entry("statement", plain),
            entry("argument", "class-file-too-old"));
  }

  @ParameterizedTest(name = "version {0} on {1}")
  @MethodSource("runs")
  void what_takes_no_argument_is_redirected_from_version_49_on(int version, Jdk jdk)
      throws IOException {
    aged(version);
    Path file = temp.resolve("report.json");

    ForkedJvm.Exit exit =
        jvm(jdk).withAgent("targets=" + TARGET, "mode=enforce", "report=" + file).run(PROGRAM);

    assertThat(exit.code()).as(exit.err()).isZero();
    assertThat(exit.out().lines()).containsExactly("shared: " + (version < 49 ? 0 : 5));
    Report.Target target = Report.read(file).target(TARGET);
    assertThat(target.constructions()).isEqualTo(version < 49 ? 8 : 2);
    assertThat(target.node().get("redirects").asLong()).isEqualTo(version < 49 ? 0 : 6);
  }

  @ParameterizedTest
  @MethodSource("dev.ssot.dist.Jdks#all")
  void a_mark_that_was_lost_counts_nothing_twice(Jdk jdk) throws IOException {
    String program = "fixtures.exact.OldLostMark";
    Path file = temp.resolve("report.json");
    for (String nested : List.of("", "$Outer", "$Inner", "$Defaults")) {
      aged(program + nested, 50);
    }

    jvm(jdk)
        .withAgent("targets=" + program + "$Inner:" + program + "$Outer", "report=" + file)
        .run(program);

    Report report = Report.read(file);
    assertThat(report.target(program + "$Inner").constructions()).isOne();
    assertThat(report.target(program + "$Outer").constructions()).isOne();
  }

  private static Map<String, String> reasons(Report report) {
    Map<Integer, String> names =
        List.of("own", "plain", "ternary", "loop", "statement", "argument").stream()
            .collect(toMap(SOURCE::line, name -> name));
    return report
        .target(TARGET)
        .allSites()
        .collect(
            toMap(
                site -> names.get(site.get("line").asInt()), site -> site.get("reason").asText()));
  }

  private ForkedJvm jvm(Jdk jdk) {
    return ForkedJvm.on(jdk)
        .withArguments("-Xverify:all")
        .withClassPath(temp.resolve("aged"), PackagedJar.fixtures());
  }

  private void aged(int version) throws IOException {
    aged(PROGRAM, version);
    aged(TARGET, version);
  }

  private void aged(String className, int version) throws IOException {
    String name = className.replace('.', '/') + ".class";
    byte[] classFile = Files.readAllBytes(PackagedJar.fixtures().resolve(name));
    classFile[7] = (byte) version;
    Path aged = temp.resolve("aged").resolve(name);
    Files.createDirectories(aged.getParent());
    Files.write(aged, classFile);
  }
}
