package dev.ssot.dist.enforce;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ssot.dist.ForkedJvm;
import dev.ssot.dist.Jdk;
import dev.ssot.dist.Report;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What linked call sites answer in the modes that do more than to observe. */
final class EnforceIT {
  private static final String CACHE = "fixtures.enforce.Cache";
  private static final String KNOWN = "fixtures.enforce.Known";
  private static final String LAZY = "fixtures.enforce.Lazy";
  private static final String PLAIN = "fixtures.enforce.Plain";

  @TempDir private Path temp;

  @ParameterizedTest
  @MethodSource("dev.ssot.dist.Jdks#oldestAndNewest")
  void every_form_yields_the_one_instance_and_runs_no_constructor(Jdk jdk) {
    var lines =
        lines(jdk, CACHE, "mode=enforce", "new", "statement", "reference", "try", "new", "made");

    assertThat(lines)
        .containsExactly(
            "new true", "statement 1", "reference true", "try true", "new true", "made 1");
    Report.Target target = report().target(CACHE);
    assertThat(target.constructions()).isEqualTo(1);
    assertThat(target.node().get("redirects").asLong()).isEqualTo(5);
    assertThat(target.live()).isEqualTo(1);
  }

  @ParameterizedTest
  @MethodSource("dev.ssot.dist.Jdks#oldestAndNewest")
  void arguments_keep_the_construction_unless_they_are_to_be_ignored(Jdk jdk) {
    assertThat(lines(jdk, CACHE, "mode=enforce", "argument", "function", "made"))
        .containsExactly("evaluated", "argument false", "evaluated", "function false", "made 3");
    assertThat(report().target(CACHE).allSites().map(site -> site.get("reason").asText()))
        .containsExactlyInAnyOrder("arguments", "arguments", "inside-target");
    assertThat(lines(jdk, CACHE, "mode=enforce,arguments=ignore", "argument", "function", "made"))
        .containsExactly("evaluated", "argument true", "evaluated", "function true", "made 1");
  }

  @ParameterizedTest
  @MethodSource("dev.ssot.dist.Jdks#oldestAndNewest")
  void equal_arguments_share_one_instance_if_they_are_the_key(Jdk jdk) {
    assertThat(lines(jdk, CACHE, "mode=enforce,arguments=key", "equal", "made"))
        .containsExactly("equal true false", "named b", "made 3");
    assertThat(lines(jdk, KNOWN, "mode=enforce,arguments=key", "absent"))
        .as("of different constructors")
        .containsExactly("absent true false");
  }

  @ParameterizedTest
  @MethodSource("dev.ssot.dist.Jdks#oldestAndNewest")
  void a_provider_is_called_on_a_thread_of_its_own_once_a_site_needs_it(Jdk jdk) {
    assertThat(lines(jdk, LAZY, "mode=enforce,canonical.wait=60s", "lazy"))
        .containsExactly("made on ssot-canonical", "lazy true true", "made 1");
  }

  @ParameterizedTest
  @MethodSource("dev.ssot.dist.Jdks#oldestAndNewest")
  void to_observe_and_to_try_call_no_provider_and_redirect_nothing(Jdk jdk) {
    for (String mode : List.of("observe", "dry-run", "off")) {
      assertThat(lines(jdk, LAZY, "mode=" + mode, "lazy"))
          .containsSubsequence("made on main", "lazy false false")
          .doesNotContain("made on ssot-canonical");
    }
  }

  @ParameterizedTest
  @MethodSource("dev.ssot.dist.Jdks#oldestAndNewest")
  void the_first_instance_is_shared_if_that_is_wanted(Jdk jdk) {
    assertThat(lines(jdk, PLAIN, "mode=enforce,canonical=first", "plain"))
        .containsExactly("plain true 1");
    assertThat(lines(jdk, PLAIN, "mode=enforce", "plain")).containsExactly("plain false 2");
  }

  @ParameterizedTest
  @MethodSource("dev.ssot.dist.Jdks#oldestAndNewest")
  void a_race_for_the_first_instance_has_one_winner(Jdk jdk) {
    assertThat(lines(jdk, PLAIN, "mode=enforce,canonical=first,canonical.wait=60s", "race"))
        .containsExactly("race 1 1");
  }

  @ParameterizedTest
  @MethodSource("dev.ssot.dist.Jdks#oldestAndNewest")
  void a_second_construction_is_refused_at_its_site(Jdk jdk) {
    var lines = lines(jdk, CACHE, "mode=fail", "new");

    assertThat(lines).hasSize(2);
    assertThat(lines.get(0))
        .startsWith("new a second " + CACHE + " is refused (ssot-agent, mode fail)")
        .contains("Cache.java:6", "use Cache.getInstance()");
    assertThat(lines.get(1)).startsWith("at fixtures.enforce.Callers.step(Callers.java:");
  }

  private List<String> lines(Jdk jdk, String target, String options, String... steps) {
    var exit =
        ForkedJvm.on(jdk)
            .withAgent("targets=" + target, options, "log=stderr", "report=" + json())
            .run("fixtures.enforce.Callers", steps);
    assertThat(exit.code()).as(exit.err()).isZero();
    assertThat(exit.err()).doesNotContain("the agent failed");
    return exit.out().lines().toList();
  }

  private Path json() {
    return temp.resolve("report.json");
  }

  private Report report() {
    return Report.read(json());
  }
}
