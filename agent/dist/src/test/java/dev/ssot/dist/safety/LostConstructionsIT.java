package dev.ssot.dist.safety;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ssot.dist.FixtureSource;
import dev.ssot.dist.ForkedJvm;
import dev.ssot.dist.Jdk;
import dev.ssot.dist.PackagedJar;
import dev.ssot.dist.Report;
import dev.ssot.dist.RunningJvm;
import dev.ssot.dist.ServedJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Predicate;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever keeps the agent from counting, it makes up for later, and says so as long as something
 * may be missing.
 */
final class LostConstructionsIT {
  private static final String LOSSES = "fixtures.life.Losses";
  private static final String PRODUCT = LOSSES + "$Product";
  private static final FixtureSource SOURCE = FixtureSource.of(LOSSES);
  private static final String REFLECTION = SOURCE.site("reflection", "reflection");

  @TempDir private Path temp;

  @ParameterizedTest
  @MethodSource("dev.ssot.dist.Jdks#oldestAndNewest")
  void a_caller_that_could_not_be_woven_loses_nothing_and_is_woven_later(Jdk jdk) throws Exception {
    BrokenJar.failingFirst(jar(), weave(), "fixtures/life/Losses$Maker");

    assertThatNothingIsLost(jdk);
  }

  @ParameterizedTest
  @MethodSource("dev.ssot.dist.Jdks#oldestAndNewest")
  void a_call_site_that_could_not_be_linked_loses_nothing_and_is_linked_later(Jdk jdk)
      throws Exception {
    BrokenJar.failingFirst(jar(), method("dispatch/EngineDispatch", "linkConstruction"), null);

    assertThatNothingIsLost(jdk);
  }

  @ParameterizedTest
  @MethodSource("dev.ssot.dist.Jdks#oldestAndNewest")
  void a_target_that_could_not_be_woven_is_woven_later_and_not_called_exact(Jdk jdk)
      throws Exception {
    BrokenJar.failingFirst(jar(), weave(), "fixtures/life/Losses$Product");

    assertThatWhatIsLostIsSaid(jdk);
  }

  @ParameterizedTest
  @MethodSource("dev.ssot.dist.Jdks#oldestAndNewest")
  void what_was_loaded_while_the_engine_started_is_woven_later_and_not_called_exact(Jdk jdk)
      throws Exception {
    BrokenJar.delaying(jar(), method("Engine", "startup"), Duration.ofSeconds(12));

    assertThatWhatIsLostIsSaid(jdk);
  }

  private void assertThatNothingIsLost(Jdk jdk) throws Exception {
    try (RunningJvm running = start(jdk, "mode=enforce", "canonical=first")) {
      await(running, target -> redirectsOfMaker(target) > 0);
      assertThat(ServedJvm.get(running, "health")).doesNotContain("may be missing");

      long asked = end(running);
      Report.Target target = Report.read(report()).target(PRODUCT);
      assertThat(target.isExact()).as(target.toString()).isTrue();
      assertThat(target.node().get("instances").get("reason").isNull()).isTrue();
      assertThat(target.constructions() + target.redirects()).isEqualTo(asked);
    }
  }

  private static long redirectsOfMaker(Report.Target target) {
    return target
        .allSites()
        .filter(site -> site.get("line").asInt() == SOURCE.line("maker"))
        .mapToLong(site -> site.get("redirects").asLong())
        .sum();
  }

  private void assertThatWhatIsLostIsSaid(Jdk jdk) throws Exception {
    try (RunningJvm running = start(jdk, "mode=observe")) {
      await(running, target -> target.sites().getOrDefault(REFLECTION, 0L) > 0);
      assertThat(ServedJvm.get(running, "health"))
          .contains("DEGRADED", "constructions of " + PRODUCT + " may be missing: ")
          .contains("(loaded-unwoven)");
      assertThat(ServedJvm.get(running, "report?format=text"))
          .contains("at least ", "more may be alive than are tracked: ", "(loaded-unwoven)");

      long asked = end(running);
      Report.Target target = Report.read(report()).target(PRODUCT);
      assertThat(target.isExact()).isFalse();
      assertThat(target.node().get("instances").get("reason").asText()).isEqualTo("loaded-unwoven");
      assertThat(target.constructions()).isPositive().isLessThanOrEqualTo(asked);
    }
  }

  private RunningJvm start(Jdk jdk, String... options) {
    String[] all = new String[options.length + 4];
    System.arraycopy(options, 0, all, 4, options.length);
    all[0] = "targets=" + PRODUCT;
    all[1] = "report=" + report();
    all[2] = "log=stderr";
    all[3] = "http=0";
    return ForkedJvm.on(jdk).withAgent(jar(), all).start(LOSSES, temp.resolve("end").toString());
  }

  private static void await(RunningJvm running, Predicate<Report.Target> seen) {
    running.await(
        () -> {
          try {
            Report report =
                new Report(new ObjectMapper().readTree(ServedJvm.get(running, "report")));
            return report.targets(PRODUCT).stream().anyMatch(seen);
          } catch (Exception unreachable) {
            throw new AssertionError(unreachable);
          }
        },
        "recovery");
  }

  /** Returns how many it has asked for. */
  private long end(RunningJvm running) throws IOException {
    Files.createFile(temp.resolve("end"));
    ForkedJvm.Exit exit = running.awaitEnd();
    assertThat(exit.code()).as(exit.err()).isZero();
    return Long.parseLong(exit.out().trim().substring("asked ".length()));
  }

  private Path jar() {
    return temp.resolve("agent.jar");
  }

  private Path report() {
    return temp.resolve("report.json");
  }

  private static BrokenJar.Fault weave() {
    return method("transform/TargetClassTransformer", "weave");
  }

  private static BrokenJar.Fault method(String type, String name) {
    String className = "dev/ssot/engine/" + type;
    return BrokenJar.methods(className, PackagedJar.classes().get(className)).stream()
        .filter(fault -> fault.method().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
