package dev.ssot.dist.enforce;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ssot.dist.ForkedJvm;
import dev.ssot.dist.Jdk;
import dev.ssot.dist.Jdks;
import dev.ssot.dist.Report;
import dev.ssot.dist.SameOutput;
import dev.ssot.forms.CompiledCalls;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What each compiler makes of a call of a factory is counted at its line, and shared or kept. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class CompiledCallsIT {
  private List<CompiledCalls> programs;
  private @TempDir Path temp;

  @BeforeAll
  void compile(@TempDir Path work) {
    programs = CompiledCalls.all(work);
  }

  Stream<Arguments> runs() {
    return Jdks.oldestAndNewest()
        .flatMap(
            jdk ->
                programs.stream()
                    .filter(each -> each.version() <= jdk.version())
                    .map(each -> Arguments.of(each, jdk)));
  }

  @ParameterizedTest(name = "{0} on {1}")
  @MethodSource("runs")
  void each_line_does_what_its_source_says(CompiledCalls program, Jdk jdk) {
    ForkedJvm.Exit without = run(program, ForkedJvm.on(jdk));
    Map<Integer, JsonNode> observed = sites(program, jdk, "observe", without);
    Map<Integer, JsonNode> enforced = sites(program, jdk, "enforce", without);

    Map<Integer, String> expected = program.expected();
    expected.values().removeIf("none"::equals);
    assertThat(becomes(observed, "observe")).isEqualTo(becomes(expected, "observe"));
    assertThat(becomes(enforced, "enforce")).isEqualTo(becomes(expected, "enforce"));
    enforced.forEach(
        (line, site) ->
            assertThat(sum(site, "constructions") + sum(site, "redirects"))
                .as("calls of line %d", line)
                .isEqualTo(sum(observed.get(line), "constructions")));
  }

  private Map<Integer, JsonNode> sites(
      CompiledCalls program, Jdk jdk, String mode, ForkedJvm.Exit without) {
    Path file = temp.resolve("report.json");
    ForkedJvm.Exit with =
        run(
            program,
            ForkedJvm.on(jdk)
                .withAgent(
                    "targets=" + CompiledCalls.TARGET,
                    "application=app.**",
                    "share=site",
                    "mode=" + mode,
                    "report=" + file));
    SameOutput.compare(without, with);
    assertThat(with.err()).doesNotContain("failed");
    Map<Integer, JsonNode> sites = new TreeMap<>();
    Report.read(file)
        .target(CompiledCalls.TARGET)
        .allSites()
        .forEach(
            site -> {
              assertThat(site.get("file").asText()).isEqualTo(program.source());
              assertThat(sites.put(line(program, site), site)).as("%s", site).isNull();
            });
    return sites;
  }

  /** Classes of every loader are verified, whatever the JVM's default. */
  private static ForkedJvm.Exit run(CompiledCalls program, ForkedJvm jvm) {
    List<Path> classPath = new ArrayList<>(program.library());
    classPath.add(program.program());
    ForkedJvm.Exit exit =
        jvm.withArguments("-Xverify:all")
            .withClassPath(classPath.toArray(new Path[0]))
            .run(program.main());
    assertThat(exit.code()).as("%s", exit).isZero();
    return exit;
  }

  /** Stacks show code that kotlinc has put in line as lines behind the end of the file. */
  private static int line(CompiledCalls program, JsonNode site) {
    int line = site.get("line").asInt();
    return line <= program.lines() ? line : program.lineOf("inlined");
  }

  /** What the source says, in the words of a site. */
  private static Map<Integer, String> becomes(Map<Integer, ?> lines, String mode) {
    Map<Integer, String> all = new TreeMap<>();
    lines.forEach(
        (line, each) ->
            all.put(line, each instanceof JsonNode site ? does(site) : does((String) each, mode)));
    return all;
  }

  private static String does(JsonNode site) {
    String reason = site.get("reason").isNull() ? "" : " " + site.get("reason").asText();
    return (sum(site, "redirects") > 0 ? "shared" : "made") + reason;
  }

  private static String does(String said, String mode) {
    return switch (said) {
      case "shared", "inlined" -> mode.equals("enforce") ? "shared" : "made";
      case "once" -> "made";
      default -> "made " + said;
    };
  }

  private static long sum(JsonNode site, String figure) {
    return site.get(figure).asLong();
  }
}
