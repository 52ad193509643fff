package dev.ssot.dist.enforce;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ssot.dist.FixtureSource;
import dev.ssot.dist.ForkedJvm;
import dev.ssot.dist.Jdk;
import dev.ssot.dist.Report;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Mode {@code fail}: what a test or a pipeline sees of a second construction. */
final class RefusalsIT {
  private static final String REFUSALS = "fixtures.enforce.Refusals";
  private static final FixtureSource SOURCE = FixtureSource.of(REFUSALS);
  private static final String TIME = "\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z";

  @TempDir private Path temp;

  @ParameterizedTest
  @MethodSource("dev.ssot.dist.Jdks#oldestAndNewest")
  void a_second_construction_is_refused_with_its_birth_and_at_its_own_line(Jdk jdk) {
    Path report = temp.resolve("report.json");
    ForkedJvm.Exit exit =
        ForkedJvm.on(jdk)
            .withAgent(
                "targets=fixtures.enforce.Plain:fixtures.enforce.Cache",
                "mode=fail",
                "allow=fixtures.enforce.Refusals$Factory",
                "report=" + report,
                "log=stderr")
            .run(REFUSALS);

    assertThat(exit.code()).as(exit.err()).isZero();
    assertThat(exit.err()).doesNotContain("the agent failed");
    List<String> said = exit.out().lines().map(line -> line.replaceAll(TIME, "NOW")).toList();
    assertThat(said.get(0)).isEqualTo("first of its kind: true");
    assertThat(said.get(1)).isEqualTo("second: " + refusalOf("Plain") + "; share that one");
    assertThat(said.get(2)).endsWith("(" + SOURCE.site("second", "").trim() + ")");
    assertThat(said.get(3)).isEqualTo("reference: " + refusalOf("Plain") + "; share that one");
    assertThat(said.get(4)).contains("Refusals.byReference");
    assertThat(said.subList(5, 7)).containsExactly("factory: true", "own: true");
    assertThat(said.get(7))
        .startsWith("argument: a second fixtures.enforce.Cache is refused")
        .contains("Cache.<clinit>")
        .endsWith("; use Cache.getInstance()");
    assertThat(said.get(9)).isEqualTo("initialiser: ExceptionInInitializerError");
    assertThat(said.get(10))
        .isEqualTo(
            "  fixtures.enforce.Refusals$Initialised.<clinit>("
                + SOURCE.site("initialiser", "").trim()
                + ")");
    assertThat(said.get(11)).isEqualTo("initialiser again: NoClassDefFoundError");
    assertThat(said).last().isEqualTo("made 2");
    assertThatOnlyWhatWasMadeIsCounted(Report.read(report));
  }

  private static String refusalOf(String name) {
    return "a second fixtures.enforce."
        + name
        + " is refused (ssot-agent, mode fail): the first was constructed by"
        + " fixtures.enforce.Refusals.lambda$main$0("
        + SOURCE.site("first", "").trim()
        + ") at NOW";
  }

  private static void assertThatOnlyWhatWasMadeIsCounted(Report report) {
    assertThat(report.target("fixtures.enforce.Plain").constructions()).isEqualTo(2);
    assertThat(report.target("fixtures.enforce.Cache").constructions()).isEqualTo(1);
    assertThat(report.target("fixtures.enforce.Plain").redirects()).isZero();
  }
}
