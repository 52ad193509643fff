package dev.ssot.dist.count;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ssot.dist.FixtureSource;
import dev.ssot.dist.ForkedJvm;
import dev.ssot.dist.Jdk;
import dev.ssot.dist.Report;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Interfaces and classes of the JDK as targets: what calls hand out as that type is counted. */
final class HandedOutIT {
  private static final FixtureSource POOLS = FixtureSource.of("fixtures.origin.Pools");
  private static final FixtureSource TURNS = FixtureSource.of("fixtures.origin.Turns");
  private static final FixtureSource CONSTRUCTED = FixtureSource.of("fixtures.origin.Constructed");
  private static final FixtureSource KEYED = FixtureSource.of("fixtures.origin.Keyed");
  private static final FixtureSource FIRST_CALLS = FixtureSource.of("fixtures.origin.FirstCalls");
  private static final String TARGETS =
      "targets=java.util.concurrent.ThreadPoolExecutor:java.util.Timer:client.Repository"
          + ":client.Client";

  @TempDir private Path temp;

  @ParameterizedTest
  @MethodSource("dev.ssot.dist.Jdks#all")
  void what_is_handed_out_for_the_first_time_is_counted(Jdk jdk) {
    ForkedJvm.Exit exit = run(jdk, "mode=observe");

    assertThat(exit.out()).contains("open 5", "different 6");
    assertThat(sites("java.util.concurrent.ThreadPoolExecutor"))
        .isEqualTo(
            Map.of(
                POOLS.site("fixed", "factory"), "5 made, 0 redirected, not-guarded",
                POOLS.site("own", "new"), "5 made, 0 redirected, not-guarded"));
    assertThat(sites("java.util.Timer"))
        .isEqualTo(Map.of(POOLS.site("timer", "new"), "5 made, 0 redirected, not-guarded"));
    assertThat(sites("client.Repository"))
        .containsEntry(POOLS.site("open", "factory"), "5 made, 0 redirected, null");
  }

  /** What anybody could end is not shared; the end of what can be guarded does nothing. */
  @ParameterizedTest
  @MethodSource("dev.ssot.dist.Jdks#all")
  void what_can_be_guarded_is_shared(Jdk jdk) {
    ForkedJvm.Exit exit = run(jdk, "mode=enforce");

    assertThat(exit.out()).contains("open 10", "different 2");
    assertThat(sites("client.Repository"))
        .containsEntry(POOLS.site("open", "factory"), "1 made, 4 redirected, null");
    assertThat(sites("java.util.concurrent.ThreadPoolExecutor"))
        .containsEntry(POOLS.site("fixed", "factory"), "5 made, 0 redirected, not-guarded");
  }

  /** It is counted where the library constructs it, and not by the call as well. */
  @ParameterizedTest
  @MethodSource("dev.ssot.dist.Jdks#all")
  void what_a_library_constructs_and_hands_out_is_counted_once(Jdk jdk) {
    run(jdk, "mode=observe", "fixtures.origin.Constructed");

    assertThat(sites("java.util.concurrent.ThreadPoolExecutor"))
        .isEqualTo(
            Map.of(
                CONSTRUCTED.site("open", "factory"), "5 made, 0 redirected, not-guarded",
                CONSTRUCTED.site("keep", "new"), "5 made, 0 redirected, not-guarded"));
  }

  /** What a call has handed out last is not looked at again; each other object is. */
  @ParameterizedTest
  @MethodSource("dev.ssot.dist.Jdks#all")
  void what_is_handed_out_again_and_again_is_counted_once(Jdk jdk) {
    ForkedJvm.Exit exit = run(jdk, "mode=observe", "fixtures.origin.Turns", "ask");

    assertThat(exit.out()).contains("different 204");
    assertThat(Report.read(temp.resolve("report.json")).target("client.Repository").constructions())
        .isEqualTo(204);
  }

  /** A call that passes because it made nothing is redirected once it does, and after a switch. */
  @ParameterizedTest
  @MethodSource("dev.ssot.dist.Jdks#all")
  void a_call_that_passed_is_redirected_once_it_makes_one(Jdk jdk) {
    ForkedJvm.Exit exit =
        run(
            jdk,
            "mode=enforce,arguments=ignore",
            "fixtures.origin.Turns",
            "observe",
            "enforce",
            "dry-run");

    assertThat(exit.out().lines())
        .containsExactly("leased 2", "leased 150", "leased 1", "leased 150");
    assertThat(sites("client.Repository"))
        .isEqualTo(
            Map.of(
                TURNS.site("first", "factory"), "1 made, 0 redirected, null",
                TURNS.site("lease", "factory"), "301 made, 199 redirected, null"));
  }

  /** What a builder was told is not known. */
  @ParameterizedTest
  @MethodSource("dev.ssot.dist.Jdks#all")
  void calls_that_pass_the_same_plain_values_get_the_same(Jdk jdk) {
    ForkedJvm.Exit exit = run(jdk, "mode=enforce,arguments=key", "fixtures.origin.Keyed");

    assertThat(exit.out().lines()).containsExactly("repositories 3");
    assertThat(sites("client.Client"))
        .isEqualTo(
            Map.of(
                KEYED.site("named", "factory"), "3 made, 9 redirected, null",
                KEYED.site("again", "factory"), "3 made, 9 redirected, null",
                KEYED.site("each", "factory"), "12 made, 0 redirected, null",
                KEYED.site("secret", "factory"), "3 made, 9 redirected, null",
                KEYED.site("built", "factory"), "12 made, 0 redirected, arguments"));
    assertThat(sites("client.Repository"))
        .isEqualTo(Map.of(KEYED.site("open", "factory"), "3 made, 9 redirected, null"));
  }

  /**
   * Of two lines, the second one has to be seen to make one before it shares what the first has.
   */
  @ParameterizedTest
  @MethodSource("dev.ssot.dist.Jdks#all")
  void lines_that_pass_the_same_plain_values_share(Jdk jdk) {
    ForkedJvm.Exit exit = run(jdk, "mode=enforce,arguments=key,share=one", "fixtures.origin.Keyed");

    assertThat(exit.out().lines()).containsExactly("repositories 3");
    assertThat(sites("client.Client"))
        .containsEntry(KEYED.site("named", "factory"), "3 made, 9 redirected, null")
        .containsEntry(KEYED.site("again", "factory"), "1 made, 11 redirected, null")
        .containsEntry(KEYED.site("built", "factory"), "12 made, 0 redirected, arguments");
  }

  /** Each of the first calls has to be seen to make one; then all get the same. */
  @ParameterizedTest
  @MethodSource("dev.ssot.dist.Jdks#all")
  void first_calls_at_once_share_one_from_then_on(Jdk jdk) {
    ForkedJvm.Exit exit = run(jdk, "mode=enforce", "fixtures.origin.FirstCalls");

    assertThat(exit.out().lines()).containsExactly("clients 8, then 1", "repositories 8, then 1");
    String all = "8 made, 800 redirected, null";
    assertThat(sites("client.Client"))
        .isEqualTo(Map.of(FIRST_CALLS.site("client", "factory"), all));
    assertThat(sites("client.Repository"))
        .isEqualTo(Map.of(FIRST_CALLS.site("repository", "factory"), all));
  }

  private ForkedJvm.Exit run(Jdk jdk, String mode) {
    return run(jdk, mode, "fixtures.origin.Pools");
  }

  private ForkedJvm.Exit run(Jdk jdk, String mode, String main, String... arguments) {
    ForkedJvm.Exit exit =
        ForkedJvm.on(jdk)
            .withAgent(
                TARGETS,
                mode.contains("share=") ? mode : mode + ",share=site",
                "application=fixtures.**",
                "report=" + temp.resolve("report.json"))
            .run(main, arguments);
    assertThat(exit.code()).as("%s", exit).isZero();
    return exit;
  }

  private Map<String, String> sites(String target) {
    Map<String, String> all = new TreeMap<>();
    Report.read(temp.resolve("report.json"))
        .target(target)
        .allSites()
        .forEach(
            site ->
                all.put(
                    "%s:%d %s"
                        .formatted(
                            site.get("file").asText(),
                            site.get("line").asInt(),
                            site.get("kind").asText()),
                    "%d made, %d redirected, %s"
                        .formatted(
                            site.get("constructions").asInt(),
                            site.get("redirects").asInt(),
                            site.get("reason").asText())));
    return all;
  }
}
