package dev.ssot.engine.weave;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ssot.forms.CompiledForms;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Class files that are too old for {@code invokedynamic}. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class LegacyTest {
  private final ClassWeaver weaver = new ClassWeaver("forms/X"::equals);
  private List<Fixture> fixtures;

  @BeforeAll
  void compile(@TempDir Path work) throws Exception {
    TestDispatch.install();
    fixtures =
        List.of(
            Fixture.of(CompiledForms.javac(work, 8, "Forms")),
            Fixture.of(CompiledForms.ecj(work, 8, "Forms")));
  }

  @ParameterizedTest
  @CsvSource({"0,49", "0,50", "1,49", "1,50"})
  void an_old_class_file_counts_what_a_new_one_counts(int fixture, int version) throws Exception {
    Fixture plain = fixtures.get(fixture);
    Recorded.take();
    String expected = plain.woven(weaver).run();
    List<String> sites = sites(Recorded.take());

    assertThat(plain.aged(version).woven(weaver).run()).isEqualTo(expected);

    List<String> events = Recorded.take();
    assertThat(sites(events)).containsExactlyInAnyOrderElementsOf(sites);
    assertThat(events).filteredOn(event -> event.startsWith("legacy")).hasSizeGreaterThan(30);
    assertThat(events).noneMatch(event -> event.startsWith("failed"));
  }

  /** Of both kinds of event, written alike. */
  private static List<String> sites(List<String> events) {
    var sites = new ArrayList<String>();
    for (String event : events) {
      if (event.startsWith("new ")) {
        sites.add(event.substring(4).replaceAll("[#\\[\\]:]", " ").replaceAll(" +", " ").trim());
      } else if (event.startsWith("legacy forms.X ")) {
        sites.add(event.substring(15));
      }
    }
    sites.replaceAll(site -> site.replaceFirst(" (\\S+) \\(", " $1("));
    return sites;
  }
}
