package dev.ssot.dist.count;

import static java.util.stream.Collectors.toSet;
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
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Class files below version 51, which are what they were: the constructors of the target count what
 * they construct, and nothing redirects it.
 */
final class OldClassFilesIT {
  private static final String PROGRAM = "fixtures.exact.OldCode";
  private static final String TARGET = PROGRAM + "$Shared";
  private static final FixtureSource SOURCE = FixtureSource.of(PROGRAM);
  private static final Map<String, Long> CONSTRUCTIONS =
      Map.of("own", 1L, "plain", 1L, "ternary", 1L, "loop", 3L, "statement", 1L, "argument", 1L);

  private static final Pattern FIXTURE = Pattern.compile("fixtures\\.exact\\.[\\w.$]+");

  @TempDir private Path temp;

  static Stream<Arguments> runs() {
    return Jdks.all()
        .flatMap(jdk -> Stream.of(48, 49, 50).map(version -> Arguments.of(version, jdk)));
  }

  @ParameterizedTest(name = "version {0} on {1}")
  @MethodSource("runs")
  void to_observe_them_changes_nothing_and_counts_each_construction(int version, Jdk jdk)
      throws IOException {
    aged(PROGRAM, version);
    aged(TARGET, version);
    Path file = temp.resolve("report.json");

    ForkedJvm.Exit without = jvm(jdk).run(PROGRAM);
    ForkedJvm.Exit with = jvm(jdk).withAgent("targets=" + TARGET, "report=" + file).run(PROGRAM);

    assertThat(without.out().lines()).containsExactly("shared: 0");
    SameOutput.compare(without, with);
    Report.Target target = Report.read(file).target(TARGET);
    assertThatEachIsCountedOnce(target);
    assertThat(notWoven(target)).isEqualTo(lines(CONSTRUCTIONS.keySet()));
  }

  /** With a target that is compiled for a newer Java. */
  @ParameterizedTest(name = "version {0} on {1}")
  @MethodSource("runs")
  void to_enforce_redirects_none_of_them(int version, Jdk jdk) throws IOException {
    aged(PROGRAM, version);

    Report.Target target = run(jdk, "enforce");

    assertThatEachIsCountedOnce(target);
    assertThat(notWoven(target))
        .isEqualTo(lines(Set.of("plain", "ternary", "loop", "statement", "argument")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"dry-run", "fail"})
  void no_mode_does_anything_else(String mode) throws IOException {
    aged(PROGRAM, 50);

    assertThatEachIsCountedOnce(run(Jdks.running(), mode));
  }

  /** The constructor of the one sets off an initialiser that constructs the other. */
  @ParameterizedTest
  @MethodSource("dev.ssot.dist.Jdks#all")
  void what_is_constructed_while_another_is_under_way_is_counted_as_well(Jdk jdk)
      throws IOException {
    String program = "fixtures.exact.OldInBetween";
    Path file = temp.resolve("report.json");
    aged(program + "$Defaults", 50);

    jvm(jdk)
        .withAgent("targets=" + program + "$Inner:" + program + "$Outer", "report=" + file)
        .run(program);

    Report report = Report.read(file);
    FixtureSource source = FixtureSource.of(program);
    assertThat(report.target(program + "$Inner").sites())
        .containsOnly(entry(source.site("inner", "new"), 1L));
    assertThat(report.target(program + "$Outer").sites())
        .containsOnly(entry(source.site("outer", "new"), 1L));
  }

  /** The descriptor of a constructor on the stack names types that nobody else asks for. */
  @ParameterizedTest
  @MethodSource("dev.ssot.dist.Jdks#all")
  void no_class_is_loaded_that_is_not_loaded_without_the_agent(Jdk jdk) throws IOException {
    String program = "fixtures.exact.Unseen";
    String target = "fixtures.exact.other.Client";
    aged(program, 50);
    ForkedJvm jvm = jvm(jdk).withArguments("-verbose:class");

    ForkedJvm.Exit without = jvm.run(program);
    ForkedJvm.Exit with = jvm.withAgent("targets=" + target).run(program);

    assertThat(loaded(with)).contains(target).isEqualTo(loaded(without));
  }

  /** The fixtures among the classes that the JVM lists as loaded. */
  private static Set<String> loaded(ForkedJvm.Exit exit) {
    return FIXTURE.matcher(exit.out()).results().map(MatchResult::group).collect(toSet());
  }

  private Report.Target run(Jdk jdk, String mode) {
    Path file = temp.resolve("report.json");
    ForkedJvm.Exit exit =
        jvm(jdk).withAgent("targets=" + TARGET, "mode=" + mode, "report=" + file).run(PROGRAM);
    assertThat(exit.code()).as(exit.err()).isZero();
    assertThat(exit.out().lines()).containsExactly("shared: 0");
    return Report.read(file).target(TARGET);
  }

  private static void assertThatEachIsCountedOnce(Report.Target target) {
    Map<String, Long> constructions = new TreeMap<>();
    CONSTRUCTIONS.forEach((name, count) -> constructions.put(SOURCE.site(name, "new"), count));
    assertThat(target.sites()).isEqualTo(constructions);
    assertThat(target.redirects()).isZero();
    assertThat(target.allSites())
        .allSatisfy(
            site -> {
              boolean own = site.get("line").asInt() == SOURCE.line("own");
              assertThat(site.get("reason").asText())
                  .isEqualTo(own ? "inside-target" : "class-file-too-old");
            });
  }

  private static Set<Integer> notWoven(Report.Target target) {
    return target
        .notWoven()
        .filter(place -> place.get("reason").asText().equals("class-file-too-old"))
        .map(place -> place.get("line").asInt())
        .collect(toSet());
  }

  private static Set<Integer> lines(Set<String> names) {
    return names.stream().map(SOURCE::line).collect(toSet());
  }

  private ForkedJvm jvm(Jdk jdk) {
    return ForkedJvm.on(jdk)
        .withArguments("-Xverify:all")
        .withClassPath(temp.resolve("aged"), PackagedJar.fixtures());
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
