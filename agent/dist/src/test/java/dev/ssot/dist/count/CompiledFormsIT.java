package dev.ssot.dist.count;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ssot.dist.ForkedJvm;
import dev.ssot.dist.Jdk;
import dev.ssot.dist.Jdks;
import dev.ssot.dist.PackagedJar;
import dev.ssot.dist.Report;
import dev.ssot.dist.SameOutput;
import dev.ssot.forms.CompiledForms;
import dev.ssot.forms.ExpectedForms;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What javac, ecj and kotlinc write runs under the agent as before, and is reported as woven. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class CompiledFormsIT {
  /** Its constructor is never reached: an argument throws. */
  private static final String NEVER_CONSTRUCTS = "Throwing";

  private List<CompiledForms> forms;

  @BeforeAll
  void compile(@TempDir Path work) {
    forms = CompiledForms.all(work);
  }

  Stream<Arguments> runs() {
    return Jdks.oldestAndNewest()
        .flatMap(
            jdk ->
                forms.stream()
                    .filter(each -> each.version() <= jdk.version())
                    .map(each -> Arguments.of(each, jdk)));
  }

  @Test
  void every_compiler_of_the_table_is_tried() {
    assertThat(forms)
        .extracting(CompiledForms::compiler)
        .containsExactlyInAnyOrderElementsOf(ExpectedForms.compilers());
  }

  @ParameterizedTest(name = "{0} on {1}")
  @MethodSource("runs")
  void a_compilers_program_runs_as_before_and_is_reported(
      CompiledForms program, Jdk jdk, @TempDir Path temp) {
    Path file = temp.resolve("report.json");
    ForkedJvm.Exit without = run(program, ForkedJvm.on(jdk));
    ForkedJvm.Exit with =
        run(program, ForkedJvm.on(jdk).withAgent("targets=forms.X", "report=" + file));

    assertThat(without.code()).as(without.err()).isZero();
    assertThat(without.out()).contains("Plain = X(none)");
    SameOutput.compare(without, with);
    assertThat(with.err().lines())
        .allMatch(line -> line.startsWith("[ssot] "))
        .noneMatch(line -> line.contains("failed"));
    assertThatItIsReported(Report.read(file).target("forms.X"), program, with.out());
  }

  /** Classes of every loader are verified, whatever the JVM's default. */
  private static ForkedJvm.Exit run(CompiledForms program, ForkedJvm jvm) {
    List<Path> classPath = new ArrayList<>(program.classPath());
    classPath.add(PackagedJar.fixtures());
    return jvm.withArguments("-Xverify:all")
        .withClassPath(classPath.toArray(new Path[0]))
        .run("fixtures.Programs", program.programs().toArray(new String[0]));
  }

  private static void assertThatItIsReported(
      Report.Target target, CompiledForms program, String output) {
    ExpectedForms expected = ExpectedForms.of(program.compiler());
    assertThat(output).endsWith("constructed: " + target.constructions() + System.lineSeparator());
    assertThat(target.allSites().mapToLong(site -> site.get("constructions").asLong()).sum())
        .isEqualTo(target.constructions());
    assertThat(byForm(target.notWoven(), "reason")).isEqualTo(expected.leftAsTheyAre());

    var sites = byForm(target.allSites(), "kind");
    assertThat(expected.forms()).containsKeys(sites.keySet().toArray(new String[0]));
    expected
        .forms()
        .forEach(
            (form, made) -> assertThatKindsAre(form, made, sites.getOrDefault(form, Map.of())));
  }

  /** A site may stand for several constructions of its line, never the other way round. */
  private static void assertThatKindsAre(
      String form, Map<String, Integer> made, Map<String, Integer> sites) {
    int woven = made.getOrDefault("new", 0);
    int references = made.getOrDefault("reference", 0);
    int least = woven == 0 || form.equals(NEVER_CONSTRUCTS) ? 0 : 1;
    assertThat(sites.getOrDefault("new", 0)).as("new in %s", form).isBetween(least, woven);
    assertThat(sites.getOrDefault("method-reference", 0))
        .as("method-reference in %s", form)
        .isEqualTo(references);
    if (woven + references > 0) {
      assertThat(sites.keySet()).as(form).isSubsetOf("new", "method-reference");
    }
  }

  /** How many places that construct have which value, form by form. */
  private static Map<String, Map<String, Integer>> byForm(Stream<JsonNode> elements, String key) {
    return elements.collect(
        groupingBy(
            each -> ExpectedForms.form(className(each)),
            groupingBy(
                each -> each.get(key).asText(),
                collectingAndThen(mapping(CompiledFormsIT::place, toSet()), Set::size))));
  }

  /** Names the class that has the construction, on whose behalf it may be. */
  private static String className(JsonNode element) {
    String via = element.path("via").asText("");
    String method = via.isEmpty() ? "" : via.substring(0, via.indexOf('('));
    return via.isEmpty()
        ? element.get("class").asText()
        : method.substring(0, method.lastIndexOf('.'));
  }

  /** Several call sites may construct at the same place. */
  private static Object place(JsonNode element) {
    String via = element.path("via").asText("");
    return via.isEmpty() ? element : via;
  }
}
