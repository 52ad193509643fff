package dev.ssot.dist.enforce;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ssot.dist.Jdk;
import dev.ssot.dist.Jdks;
import dev.ssot.forms.CompiledForms;
import dev.ssot.forms.ExpectedForms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every form of every compiler in the modes that do more than to observe. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class EnforcedFormsIT {
  private static final Path TABLE = Path.of("src/test/resources/enforced-forms.txt");
  private static final String ROW = "%-23s %-48s %-32s %-30s %s%n";

  /** Some calls on their line pass arguments, some do not: the line has a reason, not each call. */
  private static final Set<String> MIXED = Set.of("LongAndDouble");

  /** Each is looked at more than once. */
  private final Map<String, EnforcedForms> runs = new TreeMap<>();

  private List<CompiledForms> forms;
  private @TempDir Path temp;

  @BeforeAll
  void compile(@TempDir Path work) {
    forms = CompiledForms.all(work);
  }

  Stream<CompiledForms> compilers() {
    return forms.stream();
  }

  /** {@code -Dgolden.write=true} writes it: look at the difference before you commit it. */
  @Test
  void the_table_says_what_becomes_of_each_form() throws IOException {
    Map<String, TreeSet<String>> rows = new TreeMap<>();
    for (CompiledForms program : forms) {
      EnforcedForms kept = run(program, "mode=enforce,arguments=keep");
      EnforcedForms ignored = run(program, "mode=enforce,arguments=ignore");
      EnforcedForms refused = run(program, "mode=fail");
      for (String form : ignored.forms()) {
        String row =
            ROW.substring(0, ROW.lastIndexOf("%s"))
                .formatted(form, kept.answers(form), ignored.answers(form), refused.refusal(form));
        rows.computeIfAbsent(row, none -> new TreeSet<>()).add(program.compiler());
      }
    }
    String table =
        ROW.formatted("form", "enforce", "arguments=ignore", "fail", "as compiled by")
            + rows.entrySet().stream()
                .map(row -> row.getKey() + String.join(", ", row.getValue()) + "\n")
                .collect(joining());

    if (Boolean.getBoolean("golden.write")) {
      Files.writeString(TABLE, table);
    }
    assertThat(table).isEqualTo(Files.readString(TABLE));
  }

  @ParameterizedTest
  @MethodSource("compilers")
  void what_observing_calls_redirectable_is_redirected_and_nothing_else(CompiledForms program) {
    for (String arguments : List.of("keep", "ignore")) {
      EnforcedForms observed = run(program, "mode=observe,arguments=" + arguments);
      EnforcedForms enforced = run(program, "mode=enforce,arguments=" + arguments);

      assertThat(observed.sites()).isNotEmpty();
      assertThat(observed.sites().keySet()).containsAll(enforced.sites().keySet());
      observed.sites().forEach((place, site) -> assertThatItCameTrue(site, enforced, place));
    }
  }

  @ParameterizedTest
  @MethodSource("compilers")
  void to_try_is_to_observe(CompiledForms program) {
    EnforcedForms observed = run(program, "mode=observe,arguments=keep");
    EnforcedForms tried = run(program, "mode=dry-run,arguments=keep");

    assertThat(tried.sites().keySet()).isEqualTo(observed.sites().keySet());
    observed.sites().forEach((place, site) -> assertThatNothingIsDone(site, tried, place));
  }

  private static void assertThatItCameTrue(JsonNode said, EnforcedForms enforced, String place) {
    JsonNode done = enforced.sites().get(place);
    if (done == null) { // what a constructor constructs, that did not run
      assertThat(said.get("allowed").asBoolean()).as(place).isTrue();
      return;
    }
    long calls = said.get("constructions").asLong();
    long constructions = done.get("constructions").asLong();
    long redirects = done.get("redirects").asLong();

    assertThat(said.get("redirects").asLong()).as(place).isZero();
    assertThat(done.get("reason")).as(place).isEqualTo(said.get("reason"));
    if (!said.get("allowed").asBoolean()) {
      assertThat(constructions + redirects).as(place).isEqualTo(calls);
    }
    if (said.get("redirectable").asBoolean()) {
      assertThat(constructions).as(place).isZero();
    } else if (!MIXED.contains(ExpectedForms.form(said.get("class").asText()))) {
      assertThat(redirects).as(place).isZero();
    }
  }

  private static void assertThatNothingIsDone(JsonNode said, EnforcedForms tried, String place) {
    JsonNode done = tried.sites().get(place);
    for (String key : List.of("constructions", "redirects", "redirectable", "reason")) {
      assertThat(done.get(key)).as("%s of %s", key, place).isEqualTo(said.get(key));
    }
  }

  /** Those of Java 8 alone: their forms are the same on every JDK. */
  @ParameterizedTest
  @MethodSource("dev.ssot.dist.Jdks#all")
  void every_jdk_answers_alike(Jdk jdk) {
    CompiledForms program = forms.get(0);
    EnforcedForms here = run(program, "mode=enforce,arguments=ignore");

    EnforcedForms there =
        EnforcedForms.run(
            program, jdk, temp.resolve("report.json"), "mode=enforce,arguments=ignore");

    assertThat(there.forms()).isEqualTo(here.forms());
    assertThat(here.forms()).allSatisfy(form -> assertThatBothAnswer(here, there, form));
  }

  private static void assertThatBothAnswer(EnforcedForms here, EnforcedForms there, String form) {
    assertThat(there.answers(form)).as(form).isEqualTo(here.answers(form));
  }

  private EnforcedForms run(CompiledForms program, String options) {
    return runs.computeIfAbsent(
        program + "," + options,
        key -> EnforcedForms.run(program, Jdks.running(), temp.resolve("report.json"), options));
  }
}
