package dev.ssot.dist.count;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.ssot.dist.FixtureSource;
import dev.ssot.dist.ForkedJvm;
import dev.ssot.dist.Jdk;
import dev.ssot.dist.Report;
import dev.ssot.dist.SameOutput;
import dev.ssot.forms.Compilers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Targets and call sites in class loaders of every kind. */
final class LoadersIT {
  private static final String POOL = "fixtures.life.Pool";
  private static final FixtureSource APPLICATION =
      FixtureSource.of("fixtures.loaders.WebApplication");

  @TempDir private Path temp;

  @ParameterizedTest
  @MethodSource("dev.ssot.dist.Jdks#all")
  void each_loader_has_its_own_target_and_a_dropped_one_is_collected(Jdk jdk) {
    ForkedJvm.Exit exit = run(jdk, "fixtures.loaders.Deployments");

    assertThat(exit.out()).contains("deployment 1 collected: true", "deployment 2 collected: true");
    List<Report.Target> targets = new ArrayList<>(report().targets(POOL));
    assertThat(targets).hasSize(3);
    Report.Target server = targets.remove(0);
    assertThat(server.loader()).isEqualTo("app");
    assertThat(server.constructions()).isEqualTo(1);
    for (Report.Target deployed : targets) {
      assertThatTheApplicationWasSeen(deployed);
      assertThat(deployed.live()).isZero();
    }
  }

  /** No handle that all loaders share remembers a type of one of them. */
  @ParameterizedTest
  @MethodSource("dev.ssot.dist.Jdks#all")
  void a_dropped_loader_is_collected_after_a_redirect_too(Jdk jdk) {
    Path report = temp.resolve("report.json");

    ForkedJvm.Exit exit =
        ForkedJvm.on(jdk)
            .withAgent(
                "targets=" + POOL,
                "mode=enforce",
                "canonical=first",
                "configured=ignore",
                "report=" + report)
            .run("fixtures.loaders.Deployments");

    assertThat(exit.out()).contains("deployment 1 collected: true", "deployment 2 collected: true");
    assertThat(Report.read(report).targets(POOL))
        .anySatisfy(target -> assertThat(target.redirects()).isPositive());
  }

  @ParameterizedTest
  @MethodSource("dev.ssot.dist.Jdks#all")
  void a_loader_that_passes_on_java_alone_is_woven_and_one_that_hides_us_is_left_alone(Jdk jdk) {
    ForkedJvm.Exit exit = run(jdk, "fixtures.loaders.Closed");

    assertThat(exit.out().lines()).containsExactly("constructed 2", "constructed 2");
    List<Report.Target> targets = report().targets(POOL);
    assertThat(targets).hasSize(1);
    assertThatTheApplicationWasSeen(targets.get(0));
    assertThat(report().refused()).containsEntry(POOL, "loader-hides-dispatch");
  }

  @ParameterizedTest
  @MethodSource("dev.ssot.dist.Jdks#all")
  void what_a_hidden_class_constructs_is_counted_and_said_to_be_out_of_reach(Jdk jdk) {
    run(jdk, "fixtures.loaders.Hidden");

    Report.Target target = report().target(POOL);
    assertThat(target.constructions()).isEqualTo(7);
    boolean hides = jdk.version() >= 15;
    assertThat(target.allSites().filter(site -> site.get("reason").asText().equals("hidden-class")))
        .hasSize(hides ? 1 : 0);
  }

  @ParameterizedTest
  @MethodSource("dev.ssot.dist.Jdks#all")
  void an_application_of_modules_is_woven(Jdk jdk) throws IOException {
    assumeTrue(jdk.version() > 8);
    Path module = module();
    String[] application = {"-p", module.toString(), "-m", "shop/fixtures.life.Shop", "exit"};

    SameOutput.compare(
        ForkedJvm.on(jdk).withArguments(application).runBare(),
        ForkedJvm.on(jdk)
            .withAgent("targets=" + POOL, "report=" + temp.resolve("report.json"))
            .withArguments(application)
            .runBare());

    FixtureSource shop = FixtureSource.of("fixtures.life.Shop");
    assertThat(report().target(POOL).sites())
        .hasSize(5)
        .containsEntry(shop.site("new", "new"), 1L)
        .containsEntry(shop.site("reflection", "reflection"), 1L);
  }

  /** Closed: it exports and opens nothing. */
  private Path module() throws IOException {
    Path source = Files.writeString(temp.resolve("module-info.java"), "module shop {}");
    Path classes = temp.resolve("module");
    Path shop = FixtureSource.of("fixtures.life.Shop").file();
    Path pool = FixtureSource.of(POOL).file();
    Compilers.javac(classes, List.of(source, shop, pool), "--release", "9");
    return classes;
  }

  private static void assertThatTheApplicationWasSeen(Report.Target target) {
    assertThat(target.sites())
        .containsOnly(
            entry(APPLICATION.site("web application", "new"), 1L),
            entry(APPLICATION.site("reference of the web application", "method-reference"), 1L));
  }

  private ForkedJvm.Exit run(Jdk jdk, String mainClass) {
    return SameOutput.of(
        jdk,
        jvm -> jvm.withAgent("targets=" + POOL, "report=" + temp.resolve("report.json")),
        mainClass);
  }

  private Report report() {
    return Report.read(temp.resolve("report.json"));
  }
}
