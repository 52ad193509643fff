package dev.ssot.dist.count;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.ssot.dist.FixtureSource;
import dev.ssot.dist.ForkedJvm;
import dev.ssot.dist.Jdk;
import dev.ssot.dist.PackagedJar;
import dev.ssot.dist.Report;
import dev.ssot.dist.SameOutput;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.bytebuddy.ByteBuddy;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every way to come by an object is counted once, at the line that asked for it, or not at all. */
final class FormsIT {
  private static final String FORMS = "fixtures.exact.Forms";
  private static final String COUNTED = "fixtures.exact.Counted";
  private static final FixtureSource SOURCE = FixtureSource.of(FORMS);
  private static final List<String> TARGETS =
      List.of(
          "Throwing",
          "Nested",
          "Chained",
          "Reflected",
          "ByClass",
          "Served",
          "Handled",
          "Copied",
          "Stored",
          "Externalized",
          "Bypassed",
          "Parent",
          "Child",
          "Colour",
          "Shape");

  @TempDir private Path temp;

  @ParameterizedTest
  @MethodSource("dev.ssot.dist.Jdks#all")
  void each_form_is_counted_once_at_its_line(Jdk jdk) throws IOException {
    Report report = run(jdk);

    assertThat(sites(report, "Throwing")).containsOnly(site("throwing", "new", 5));
    assertThat(sites(report, "Nested"))
        .containsOnly(site("nested", "new", 3), site("nested", "reflection", 6));
    assertThat(report.target(COUNTED).sites())
        .containsOnly(
            site("counted within nested", "new", 9),
            site("counted reflection within nested", "reflection", 6));
    assertThat(sites(report, "Chained"))
        .containsOnly(
            site("chained", "new", 4),
            site("inside chained", "new", 5),
            site("chained reflection", "reflection", 1));
    assertThat(sites(report, "Reflected")).containsOnly(site("reflected", "reflection", 100));
    assertThat(sites(report, "ByClass")).containsOnly(site("by class", "reflection", 20));
    assertThat(sites(report, "Served")).containsOnly(site("by service", "reflection", 1));
    assertThat(sites(report, "Handled")).containsOnly(site("by handle", "method-handle", 6));
    assertThat(sites(report, "Externalized"))
        .containsOnly(site("stored", "new", 1), site("read back", "deserialization", 1));
    assertThatNothingThatRunsNoConstructorIsCounted(report);
    assertThatSubclassesAreCountedApart(report);
    assertThatWhatIsNoTargetIsRefused(report);
  }

  /** {@code clone}, deserialization, Objenesis: blind spots that the documentation names. */
  private static void assertThatNothingThatRunsNoConstructorIsCounted(Report report) {
    assertThat(sites(report, "Copied")).containsOnly(site("original", "new", 1));
    assertThat(sites(report, "Stored")).containsOnly(site("stored", "new", 1));
    assertThat(sites(report, "Bypassed")).isEmpty();
  }

  private static void assertThatSubclassesAreCountedApart(Report report) {
    assertThat(sites(report, "Parent")).containsOnly(site("parent", "new", 1));
    assertThat(target(report, "Parent").subclasses())
        .containsOnly(
            entry(nested("Child"), 3L), entry(nested("Stranger"), 1L), entry(nested("1"), 1L));
    assertThat(sites(report, "Child"))
        .containsOnly(
            site("child", "new", 1),
            site("second child", "new", 1),
            site("child reflection", "reflection", 1));
    assertThat(target(report, "Child").subclasses()).containsOnly(entry(nested("Stranger"), 1L));
  }

  private static void assertThatWhatIsNoTargetIsRefused(Report report) {
    assertThat(report.refused())
        .containsEntry(nested("Colour"), "enum")
        .containsEntry(nested("Shape"), "abstract");
    assertThat(report.targets(nested("Colour"))).isEmpty();
    assertThat(report.targets(nested("Shape"))).isEmpty();
    assertThat(report.targets("java.lang.StringBuilder")).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("dev.ssot.dist.Jdks#all")
  void generated_proxies_are_no_duplicates(Jdk jdk) throws URISyntaxException {
    Path byteBuddy =
        Path.of(ByteBuddy.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    Path file = temp.resolve("report.json");
    ForkedJvm.Exit without =
        ForkedJvm.on(jdk)
            .withClassPath(PackagedJar.fixtures(), byteBuddy)
            .run("fixtures.exact.Proxies");
    ForkedJvm.Exit with =
        ForkedJvm.on(jdk)
            .withClassPath(PackagedJar.fixtures(), byteBuddy)
            .withAgent("targets=" + COUNTED, "report=" + file)
            .run("fixtures.exact.Proxies");
    SameOutput.compare(without, with);

    Report.Target target = Report.read(file).target(COUNTED);
    assertThat(target.sites())
        .containsOnly(entry(FixtureSource.of("fixtures.exact.Proxies").site("new", "new"), 1L));
    assertThat(target.subclasses()).containsOnly(entry("fixtures.exact.Counted$Generated", 3L));
    assertThat(target.node().get("instances").get("duplicates").asLong()).isZero();
  }

  private Report run(Jdk jdk) throws IOException {
    Path services = Files.createDirectories(temp.resolve("META-INF/services"));
    Files.writeString(services.resolve("java.lang.Runnable"), nested("Served") + "\n");
    Path file = temp.resolve("report.json");
    String targets =
        Stream.concat(
                TARGETS.stream().map(FormsIT::nested),
                Stream.of(COUNTED, "java.lang.StringBuilder"))
            .collect(Collectors.joining(":"));

    ForkedJvm.Exit without =
        ForkedJvm.on(jdk).withClassPath(PackagedJar.fixtures(), temp).run(FORMS);
    ForkedJvm.Exit with =
        ForkedJvm.on(jdk)
            .withClassPath(PackagedJar.fixtures(), temp)
            .withAgent("targets=" + targets, "report=" + file)
            .run(FORMS);

    assertThat(without.out()).contains("all forms done");
    SameOutput.compare(without, with);
    return Report.read(file);
  }

  private static Report.Target target(Report report, String simpleName) {
    return report.target(nested(simpleName));
  }

  private static Map<String, Long> sites(Report report, String simpleName) {
    return target(report, simpleName).sites();
  }

  private static Map.Entry<String, Long> site(String name, String kind, long constructions) {
    return entry(SOURCE.site(name, kind), constructions);
  }

  private static String nested(String simpleName) {
    return FORMS + "$" + simpleName;
  }
}
