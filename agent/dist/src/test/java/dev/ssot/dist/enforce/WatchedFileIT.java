package dev.ssot.dist.enforce;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ssot.dist.FixtureSource;
import dev.ssot.dist.ForkedJvm;
import dev.ssot.dist.Jdk;
import dev.ssot.dist.Report;
import dev.ssot.dist.RunningJvm;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is written into the file while the application runs is done, or it is said what is not. */
final class WatchedFileIT {
  private static final String POOL = "fixtures.life.Pool";
  private static final String CACHE = "fixtures.life.TwoTargets$Cache";
  private static final FixtureSource TWO = FixtureSource.of("fixtures.life.TwoTargets");
  private static final String GROUP =
      """
      targets: [fixtures.life.Pool]
      canonical: first
      configured: ignore
      report.every: 1s
      mode: %s
      enabled: %s
      groups:
        - {name: P1, sites: ["fixtures.life.Steady$Core"], mode: enforce}
      """;

  @TempDir private Path temp;

  @ParameterizedTest
  @MethodSource("dev.ssot.dist.Jdks#oldestAndNewest")
  void a_narrower_mode_is_named_and_enabled_false_stops_everything(Jdk jdk) throws Exception {
    Path config = write("ssot.yaml", GROUP.formatted("dry-run", "true"));
    Path report = temp.resolve("report.json");
    ForkedJvm jvm =
        ForkedJvm.on(jdk).withAgent("config=" + config, "report=" + report, "log=stderr");

    try (RunningJvm running = jvm.start("fixtures.life.Steady")) {
      running.awaitOutput("begun").await(() -> redirects(report) > 10, "redirect");
      assertThat(running.printed(0).err())
          .contains("mode: observe alone leaves P1, which has a mode of its own");

      Files.writeString(config, GROUP.formatted("observe", "true"));
      running.await(() -> said(running, "P1 STILL enforces (its own mode in the file)"), "word");
      long still = redirects(report);
      running.await(() -> redirects(report) > still + 100, "redirect in spite of observe");

      Files.writeString(config, GROUP.formatted("observe", "false"));
      running.await(() -> said(running, "the file says enabled: false"), "stop");
      String stopped = twice(running, report);
      assertThat(twice(running, report)).isEqualTo(stopped);

      Files.writeString(config, GROUP.formatted("observe", "true"));
      long before = redirects(report);
      running.await(() -> redirects(report) > before + 10, "redirect again");
      running.terminate();
    }
    assertThat(Files.readString(report)).contains("\"to\": \"off\"", "\"from\": \"off\"");
  }

  @ParameterizedTest
  @MethodSource("dev.ssot.dist.Jdks#oldestAndNewest")
  void an_added_target_is_watched_at_once_and_what_is_not_followed_is_named(Jdk jdk)
      throws Exception {
    Path config = write("ssot.yaml", "targets: [" + POOL + "]\nreport.every: 1s\n");
    Path report = temp.resolve("report.json");
    ForkedJvm jvm =
        ForkedJvm.on(jdk).withAgent("config=" + config, "report=" + report, "log=stderr");

    try (RunningJvm running = jvm.start("fixtures.life.TwoTargets")) {
      running.awaitOutput("begun").await(() -> count(report, POOL, "first") > 10, "count");

      Files.writeString(
          config,
          "targets: ["
              + POOL
              + ", \"**.TwoTargets$Cache\"]\nreport.every: 1s\nlive.limit: 5\nhttp.token: t0ken-t0ken-t0ken\n");
      running.await(() -> count(report, CACHE, "second") > 10, "count of the added target");

      assertThat(running.printed(0).err())
          .contains(
              "has changed; followed: targets (added: **.TwoTargets$Cache);"
                  + " needs a restart: live.limit, http.token");
      assertThat(Report.read(report).target(CACHE).isExact()).isFalse();
      assertThat(Report.read(report).target(POOL).isExact()).isTrue();

      Files.writeString(config, "targets: [\"**.TwoTargets$Cache\"]\nreport.every: 1s\n");
      running.await(() -> said(running, "targets (still watched: " + POOL + ")"), "removal");
      long counted = count(report, POOL, "first");
      running.await(() -> count(report, POOL, "first") > counted + 10, "count goes on");
      running.terminate();
    }
  }

  /** No class names the target of the start, so that only the start thread looks at the file. */
  @ParameterizedTest
  @MethodSource("dev.ssot.dist.Jdks#oldestAndNewest")
  void a_target_that_is_added_before_any_was_found_is_watched(Jdk jdk) throws Exception {
    Path config = write("ssot.yaml", "targets: [com.acme.Nowhere]\nreport.every: 1s\n");
    Path report = temp.resolve("report.json");
    ForkedJvm jvm =
        ForkedJvm.on(jdk).withAgent("config=" + config, "report=" + report, "log=stderr");

    try (RunningJvm running = jvm.start("fixtures.life.TwoTargets")) {
      running.awaitOutput("begun");
      Files.writeString(config, "targets: [com.acme.Nowhere, " + POOL + "]\nreport.every: 1s\n");
      running.await(() -> count(report, POOL, "first") > 10, "count of the added target");

      assertThat(running.printed(0).err()).contains("targets are com.acme.Nowhere:" + POOL);
      assertThat(Report.read(report).target(POOL).isExact()).isFalse();
      running.terminate();
    }
  }

  /** The target is loaded when the file says {@code false} already. */
  @ParameterizedTest
  @MethodSource("dev.ssot.dist.Jdks#oldestAndNewest")
  void what_is_switched_off_before_the_first_target_never_begins(Jdk jdk) throws Exception {
    Path config = write("ssot.yaml", GROUP.formatted("enforce", "true"));
    Path report = temp.resolve("report.json");
    ForkedJvm jvm =
        ForkedJvm.on(jdk).withAgent("config=" + config, "report=" + report, "log=stderr");

    try (RunningJvm running =
        jvm.start("fixtures.life.Awaiting", config.toString(), "enabled: false")) {
      running.awaitOutput("waiting");
      Files.writeString(config, GROUP.formatted("enforce", "false"));
      running.awaitOutput("begun");
      running.await(() -> said(running, "the file says enabled: false"), "stop");
      running.await(() -> Files.exists(report), "report");

      assertThat(twice(running, report)).isEqualTo("0 {}");
      running.terminate();
    }
  }

  private Path write(String name, String content) throws Exception {
    return Files.writeString(temp.resolve(name), content);
  }

  private static boolean said(RunningJvm running, String text) {
    return running.printed(0).err().contains(text);
  }

  /** Returns the figures of the report after the next but one. */
  private static String twice(RunningJvm running, Path report) {
    for (int i = 0; i < 2; i++) {
      long written = modified(report);
      running.await(() -> modified(report) > written, "next report");
    }
    return redirects(report) + " " + Report.read(report).target(POOL).sites();
  }

  private static long modified(Path report) {
    return report.toFile().lastModified();
  }

  private static long redirects(Path report) {
    // The first report may be from before the target was loaded.
    return Files.exists(report) && !Report.read(report).targets(POOL).isEmpty()
        ? Report.read(report).target(POOL).node().get("redirects").asLong()
        : 0;
  }

  private static long count(Path report, String target, String site) {
    if (!Files.exists(report) || Report.read(report).targets(target).isEmpty()) {
      return 0;
    }
    return Report.read(report).target(target).sites().getOrDefault(TWO.site(site, "new"), 0L);
  }
}
