package dev.ssot.dist.enforce;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ssot.dist.ForkedJvm;
import dev.ssot.dist.Jdk;
import dev.ssot.dist.Jdks;
import dev.ssot.dist.Report;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** However many ask at once, and in however many class loaders: one instance, and exact counts. */
final class EnforceRacesIT {
  private static final int CALLS_OF_THE_CROWD = 200;

  @TempDir private Path temp;

  /** Where the one instance comes from: its field, its own method, a provider, the first. */
  static Stream<Arguments> sources() {
    return Jdks.oldestAndNewest()
        .flatMap(
            jdk ->
                Stream.of(
                    Arguments.of(jdk, "own", "Own", "auto"),
                    Arguments.of(jdk, "lazy", "Lazily", "auto"),
                    Arguments.of(jdk, "held", "Held", "fixtures.enforce.Crowd$Holder#get()"),
                    Arguments.of(jdk, "first", "Nobodys", "first")));
  }

  @ParameterizedTest(name = "{1} on {0}")
  @MethodSource("sources")
  void all_that_wait_long_enough_get_one_instance(
      Jdk jdk, String wanted, String type, String canonical) {
    Map<String, String> said = crowd(jdk, wanted, type, canonical, "60s", "100");

    // The holder's class is not initialised yet: nobody asks it, and a stand-in is shared.
    boolean standIn = wanted.equals("held");
    assertThat(said)
        .containsEntry("got", "1")
        .containsEntry("made", standIn ? "2" : "1")
        .containsEntry("known to the crowd", standIn ? "false" : "true");
    assertThatCountsAreExact(said, type);
    assertThat(target(type).failures()).isEmpty();
  }

  @ParameterizedTest(name = "{1} on {0}")
  @MethodSource("sources")
  void all_that_wait_in_vain_get_their_own_until_one_is_known(
      Jdk jdk, String wanted, String type, String canonical) {
    Map<String, String> said = crowd(jdk, wanted, type, canonical, "1ms", "100");

    assertThatCountsAreExact(said, type);
    long stragglers = Long.parseLong(said.get("made")) - 1;
    assertThat(target(type).failures().values().stream().mapToLong(n -> n).sum())
        .isBetween(stragglers - 1, stragglers);
    assertThat(target(type).failures().keySet()).isSubsetOf("canonical-timeout");
  }

  /** No call site tells when a reflective construction is done, so that nobody waits for it. */
  @ParameterizedTest
  @MethodSource("dev.ssot.dist.Jdks#oldestAndNewest")
  void of_those_that_reflect_at_once_one_is_shared_from_then_on(Jdk jdk) {
    Map<String, String> said = crowd(jdk, "reflected", "Nobodys", "first", "60s", "10");

    assertThat(said).containsEntry("known to the crowd", "true");
    assertThat(said.get("made")).isEqualTo(said.get("got"));
    assertThatCountsAreExact(said, "Nobodys");
    assertThat(target("Nobodys").failures()).isEmpty();
  }

  /** Constructions and redirects are all that was called for, and the instance's own. */
  private void assertThatCountsAreExact(Map<String, String> said, String type) {
    Report.Target target = target(type);
    assertThat(target.constructions()).isEqualTo(Long.parseLong(said.get("made")));
    boolean ownConstruction = !type.equals("Nobodys");
    assertThat(target.constructions() + target.redirects())
        .isEqualTo(Long.parseLong(said.get("calls")) + (ownConstruction ? 1 : 0))
        .isGreaterThan(CALLS_OF_THE_CROWD);
    assertThat(said).containsEntry("settled", "true");
  }

  private Map<String, String> crowd(
      Jdk jdk, String wanted, String type, String canonical, String wait, String pause) {
    ForkedJvm.Exit exit =
        ForkedJvm.on(jdk)
            .withAgent(
                "targets=fixtures.enforce.Crowd$" + type,
                "mode=enforce",
                "canonical=" + canonical,
                "canonical.wait=" + wait,
                "report=" + json(),
                "log=stderr")
            .run("fixtures.enforce.Crowd", wanted, pause);
    assertThat(exit.code()).as(exit.err()).isZero();
    assertThat(exit.err()).doesNotContain("the agent failed");
    return said(exit.out());
  }

  @ParameterizedTest
  @MethodSource("dev.ssot.dist.Jdks#oldestAndNewest")
  void each_class_loader_has_an_instance_of_its_own(Jdk jdk) throws Exception {
    Path config =
        Files.writeString(
            temp.resolve("ssot.yaml"),
            """
            mode: enforce
            canonical.wait: 60s
            targets:
              - fixtures.enforce.trap.Lazy
              - fixtures.enforce.trap.Single
              - {class: fixtures.enforce.trap.Held, canonical: first}
            """);
    ForkedJvm.Exit exit =
        ForkedJvm.on(jdk)
            .withAgent("config=" + config, "report=" + json(), "log=stderr")
            .run("fixtures.enforce.Tenants");

    assertThat(exit.code()).as(exit.err()).isZero();
    assertThat(exit.out().lines()).hasSize(9).containsOnly("true true true true");
    for (String name : List.of("Lazy", "Single", "Held")) {
      assertThat(Report.read(json()).targets("fixtures.enforce.trap." + name))
          .hasSize(3)
          .allSatisfy(target -> assertThat(target.constructions()).isEqualTo(1));
    }
  }

  /** Without a phase in mode off, the application's own account of its constructions is ours. */
  @ParameterizedTest
  @MethodSource("dev.ssot.dist.Jdks#oldestAndNewest")
  void a_hundred_switches_under_load_lose_no_count_and_answer_nothing_wrong(Jdk jdk) {
    Map<String, String> said = switched(jdk, "observe", "enforce", "dry-run");

    Report.Target target = Report.read(json()).target("fixtures.enforce.Switching$Shared");
    assertThat(target.constructions()).isEqualTo(Long.parseLong(said.get("made")));
    assertThat(target.redirects()).isPositive().isEqualTo(Long.parseLong(said.get("shared")));
    assertThat(target.constructions() + target.redirects())
        .isEqualTo(Long.parseLong(said.get("calls")) + 1);
  }

  /** In mode off the count stands still; what is not counted then is all that is missing. */
  @ParameterizedTest
  @MethodSource("dev.ssot.dist.Jdks#oldestAndNewest")
  void what_is_missing_after_switches_to_off_was_constructed_in_mode_off(Jdk jdk) {
    Map<String, String> said = switched(jdk, "enforce", "off", "observe");

    Report.Target target = Report.read(json()).target("fixtures.enforce.Switching$Shared");
    long calls = Long.parseLong(said.get("calls"));
    long made = Long.parseLong(said.get("made"));
    assertThat(said).containsEntry("frozen", "33");
    assertThat(target.redirects()).isPositive().isEqualTo(Long.parseLong(said.get("shared")));
    assertThat(made + target.redirects()).isEqualTo(calls + 1);
    assertThat(target.constructions()).isPositive().isLessThan(made);
  }

  private Map<String, String> switched(Jdk jdk, String... modes) {
    ForkedJvm.Exit exit =
        ForkedJvm.on(jdk)
            .withAgent("targets=fixtures.enforce.Switching$Shared", "report=" + json(), "log=none")
            .run(
                "fixtures.enforce.Switching",
                Stream.concat(Stream.of("100"), Stream.of(modes)).toArray(String[]::new));
    assertThat(exit.code()).as(exit.err()).isZero();
    return said(exit.out());
  }

  @ParameterizedTest
  @MethodSource("dev.ssot.dist.Jdks#oldestAndNewest")
  void modes_are_switched_for_sites_and_for_a_time_and_the_broadest_takes_all_back(Jdk jdk) {
    ForkedJvm.Exit exit =
        ForkedJvm.on(jdk)
            .withAgent("targets=fixtures.enforce.Cache", "log=none")
            .run(
                "fixtures.enforce.Commands",
                "enforce,,,fixtures.enforce.Commands$One,",
                "new",
                "enforce,fixtures.enforce.Cache,,,",
                "dry-run,,,fixtures.enforce.Commands$Two#make,",
                "new",
                "observe,,,,",
                "new",
                "enforce,,,,1s",
                "await shared shared",
                "await own own",
                "enforce,,P9,,",
                "maybe,,,,",
                "new");

    assertThat(exit.code()).as(exit.err()).isZero();
    assertThat(exit.out().lines().map(EnforceRacesIT::untilWhatIsLeft))
        .containsExactly(
            "own own",
            "fixtures.enforce.Commands$One is now enforce, it was observe",
            "shared own",
            "fixtures.enforce.Cache is now enforce, it was observe",
            "fixtures.enforce.Commands$Two#make is now dry-run,"
                + " it was enforce for fixtures.enforce.Cache, observe elsewhere",
            "shared own",
            "all is now observe, it was observe; cleared [fixtures.enforce.Commands$One=enforce,"
                + " fixtures.enforce.Cache=enforce, fixtures.enforce.Commands$Two#make=dry-run]",
            "own own",
            "all is now enforce, it was observe; for 1s, until TIME UTC, then observe",
            "shared shared",
            "own own",
            "java.lang.IllegalArgumentException: there is no group 'P9'",
            "java.lang.IllegalArgumentException: there is no mode 'maybe'",
            "own own");
  }

  /** What it says of duplicates depends on the garbage collector. */
  private static String untilWhatIsLeft(String line) {
    return line.replaceAll("until \\d\\d:\\d\\d ", "until TIME ")
        .replaceAll("; (Cache: |back everywhere|the configuration has|valid are).*", "");
  }

  private static Map<String, String> said(String output) {
    return output
        .lines()
        .map(line -> line.split("=", 2))
        .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));
  }

  private Report.Target target(String type) {
    return Report.read(json()).target("fixtures.enforce.Crowd$" + type);
  }

  private Path json() {
    return temp.resolve("report.json");
  }
}
