package dev.ssot.dist.servers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ssot.dist.ForkedJvm;
import dev.ssot.dist.Jdk;
import dev.ssot.dist.Jdks;
import dev.ssot.dist.RunningJvm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the agent counts shows in the application's own metrics. */
final class MicrometerIT {
  @TempDir Path temp;

  @ParameterizedTest
  @MethodSource("dev.ssot.dist.Jdks#oldestAndNewest")
  void its_own_scrape_shows_the_meters_by_their_names(Jdk jdk) throws Exception {
    ForkedJvm.Exit exit = run(jdk, "micrometer", "scraped.ScrapedApplication");

    String commit = " \\([^)]*\\)\"";
    assertThat(exit.out().replaceAll(commit, "\"").lines().sorted().toList())
        .containsExactly(
            "ssot_agent_errors_total 0.0",
            "ssot_agent_info{mode=\"observe\",version=\"%s\"} 1"
                .formatted(System.getProperty("packaged.version")),
            "ssot_call_sites{group=\"none\",target=\"scraped.Pool\"} 1.0",
            "ssot_churn{target=\"scraped.Pool\"} 0.0",
            "ssot_constructions_failed_total{group=\"none\",target=\"scraped.Pool\"} 0.0",
            "ssot_constructions_refused_total{group=\"none\",target=\"scraped.Pool\"} 0.0",
            "ssot_constructions_total{group=\"none\",kind=\"new\",target=\"scraped.Pool\"} 3.0",
            "ssot_duplicates{target=\"scraped.Pool\"} 2.0",
            "ssot_enforcing{group=\"none\",target=\"scraped.Pool\"} 0.0",
            "ssot_guarded_calls_total{target=\"scraped.Pool\"} 0.0",
            "ssot_instances{target=\"scraped.Pool\"} 3.0",
            "ssot_redirects_total{group=\"none\",target=\"scraped.Pool\"} 0.0");
  }

  @ParameterizedTest
  @MethodSource("dev.ssot.dist.Jdks#oldestAndNewest")
  void a_registry_made_before_the_engine_is_noticed_by_its_next_meter(Jdk jdk) throws Exception {
    assertShowsInstances(jdk, "micrometer", "early", "alone");
  }

  @ParameterizedTest
  @CsvSource({
    "micrometer, early, global",
    "micrometer, late, alone",
    "micrometer, late, global",
    "micrometer-1.9, early, alone",
    "micrometer-1.9, late, alone",
    "micrometer-1.9, late, global"
  })
  void whenever_and_wherever_the_registry_is_made(String library, String when, String where)
      throws Exception {
    assertShowsInstances(Jdks.running(), library, when, where);
  }

  /** The application makes no meter any more, and no registry. */
  @ParameterizedTest
  @MethodSource("dev.ssot.dist.Jdks#all")
  void an_attach_finds_the_registry_that_the_global_one_holds_since_before(Jdk jdk)
      throws Exception {
    List<Path> classPath = new ArrayList<>(Software.library("micrometer"));
    Path classes = Files.createDirectories(temp.resolve("classes"));
    classPath.add(Software.compile("SettledApplication.java", classPath, classes));
    ForkedJvm jvm = ForkedJvm.on(jdk).withClassPath(classPath.toArray(Path[]::new));
    if (jdk.version() >= 21) {
      jvm.withArguments("-XX:+EnableDynamicAgentLoading");
    }
    try (RunningJvm running = jvm.start("settled.SettledApplication", temp + "/end")) {
      running.awaitOutput("meters 0");

      running.attachAgent("targets=settled.Pool,log=stderr");

      running.awaitOutput("meters 12");
      assertThat(temp.resolve("end").toFile().createNewFile()).isTrue();
      assertThat(running.awaitEnd().err()).doesNotContain("failed", "Exception:");
    }
  }

  @Test
  void nothing_is_published_when_nothing_is_wanted() throws Exception {
    ForkedJvm.Exit exit =
        run(Jdks.running(), "micrometer", "scraped.ScrapedApplication", List.of("metrics=none"));

    assertThat(exit.out()).isEmpty();
  }

  private void assertShowsInstances(Jdk jdk, String library, String... arguments) throws Exception {
    ForkedJvm.Exit exit = run(jdk, library, "metered.MeteredApplication", List.of(), arguments);

    assertThat(exit.out().lines()).as("%s", exit).containsExactly("ssot.instances 3.0");
  }

  private ForkedJvm.Exit run(Jdk jdk, String library, String main) throws Exception {
    return run(jdk, library, main, List.of());
  }

  private ForkedJvm.Exit run(
      Jdk jdk, String library, String main, List<String> options, String... arguments)
      throws Exception {
    String packageName = main.substring(0, main.indexOf('.'));
    List<Path> classPath = new ArrayList<>(Software.library(library));
    Path classes = Files.createDirectories(temp.resolve("classes"));
    String source = main.substring(packageName.length() + 1) + ".java";
    classPath.add(Software.compile(source, classPath, classes));
    List<String> all = new ArrayList<>(options);
    all.addAll(List.of("targets=" + packageName + ".Pool", "log=stderr"));
    ForkedJvm.Exit exit =
        ForkedJvm.on(jdk)
            .withClassPath(classPath.toArray(Path[]::new))
            .withAgent(all.toArray(String[]::new))
            .run(main, arguments);
    assertThat(exit.code()).as("%s", exit).isZero();
    assertThat(exit.err()).doesNotContain("failed", "Exception:");
    return exit;
  }
}
