package dev.ssot.dist.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ssot.dist.FixtureSource;
import dev.ssot.dist.ForkedJvm;
import dev.ssot.dist.Jdk;
import dev.ssot.dist.Jdks;
import dev.ssot.dist.PackagedJar;
import dev.ssot.dist.Report;
import dev.ssot.dist.RunningJvm;
import dev.ssot.dist.SameOutput;
import dev.ssot.forms.Compilers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jdk.jfr.consumer.RecordedEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the JDK's flight recorder gets to know while it records, and that nothing happens else. */
final class FlightRecorderIT {
  private static final String POOL = "fixtures.life.Pool";
  private static final String COUNTED = "fixtures.exact.Counted";
  private static final FixtureSource RECORDED =
      new FixtureSource(Path.of("src/test/resources/jfr/Recorded.java"));

  private static final Pattern CONSTRUCTIONS = Pattern.compile("ssot\\.Construction\\s+(\\d+)");

  @TempDir private Path temp;

  /** Some builds of 8 have it, some have not. */
  static Stream<Jdk> withFlightRecorder() {
    return Jdks.all().filter(FlightRecorderIT::hasFlightRecorder);
  }

  static Stream<Jdk> oldestAndNewest() {
    return Jdks.oldestAndNewest(FlightRecorderIT::hasFlightRecorder);
  }

  private static boolean hasFlightRecorder(Jdk jdk) {
    return Files.exists(jdk.tool("jfr"));
  }

  @ParameterizedTest
  @MethodSource("withFlightRecorder")
  void a_recording_from_the_start_has_every_construction_of_the_report(Jdk jdk) {
    Report.Target target = recordedFromStart(jdk, POOL, "fixtures.life.Shop");

    assertThat(target.constructions()).isEqualTo(5);
    assertThat(recording().sites()).isEqualTo(target.sites());
  }

  @ParameterizedTest
  @MethodSource("oldestAndNewest")
  void threads_that_construct_at_once_lose_no_event(Jdk jdk) {
    Report.Target target = recordedFromStart(jdk, COUNTED, "fixtures.exact.Crowd", "16", "2000");

    assertThat(target.constructions()).isEqualTo(32_000);
    assertThat(recording().of("jdk.DataLoss")).isEmpty();
    assertThat(recording().sites()).isEqualTo(target.sites());
  }

  @ParameterizedTest
  @MethodSource("withFlightRecorder")
  void a_redirect_is_an_event_and_no_construction(Jdk jdk) {
    String[] steps = {"new", "statement", "reference", "try", "new", "new", "made"};
    Report.Target target =
        recordedFromStart(
            jdk, "fixtures.enforce.Cache,mode=enforce", "fixtures.enforce.Callers", steps);

    assertThat(target.node().get("redirects").asLong()).isEqualTo(6);
    assertThat(recording().of("ssot.Redirect"))
        .hasSize(6)
        .allSatisfy(
            redirect -> {
              assertThat(redirect.getString("target")).isEqualTo("fixtures.enforce.Cache");
              assertThat(redirect.getString("mode")).isEqualTo("enforce");
              assertThat(redirect.getString("siteClass")).isEqualTo("fixtures.enforce.Callers");
              assertThat(Recordings.shownFrames(redirect))
                  .anyMatch(frame -> frame.startsWith("fixtures.enforce.Callers.step:"));
            });
    assertThat(recording().sites()).hasSize(1).containsValue(1L);
  }

  @ParameterizedTest
  @MethodSource("oldestAndNewest")
  void an_event_says_where_and_its_stack_begins_there(Jdk jdk) {
    recordedFromStart(jdk, POOL, "fixtures.life.Shop");

    RecordedEvent made = only("new");
    assertThat(made.getString("target")).isEqualTo(POOL);
    assertThat(made.getString("siteClass")).isEqualTo("fixtures.life.Shop");
    assertThat(made.getString("siteMethod")).isEqualTo("main");
    assertThat(made.getString("group")).isEqualTo("P1");
    assertThat(made.getString("mode")).isEqualTo("observe");
    assertThat(Recordings.shownFrames(made))
        .first()
        .isEqualTo("fixtures.life.Shop.main:" + made.getInt("siteLine"));
    assertThat(Recordings.shownFrames(only("new with argument")))
        .noneMatch(frame -> frame.startsWith("dev.ssot."));
    // Seen by the hook in the constructor alone, which is a method of ours.
    assertThat(Recordings.shownFrames(only("reflection")))
        .anyMatch(frame -> frame.startsWith("dev.ssot."))
        .anyMatch(frame -> frame.startsWith("fixtures.life.Shop.main:"));
  }

  /** Linked with events when a recording starts, without when it ends. */
  @ParameterizedTest
  @MethodSource("oldestAndNewest")
  void a_recording_started_at_run_time_has_what_was_constructed_while_it_ran(Jdk jdk) {
    compileRecorded();
    Path report = temp.resolve("report.json");
    ForkedJvm.Exit exit =
        recorded(jdk)
            .withAgent("targets=" + POOL, "report=" + report)
            .run("recorded.Recorded", temp.resolve("recording.jfr").toString(), "wait");

    assertThat(exit.code()).as(exit.err()).isZero();
    assertThat(Report.read(report).target(POOL).sites()).isEqualTo(eachSite(3 + 5 + 70 + 11 + 13));
    assertThat(recording().sites()).isEqualTo(eachSite(70));
  }

  @ParameterizedTest
  @MethodSource("oldestAndNewest")
  void a_recording_started_by_jcmd_has_constructions(Jdk jdk) {
    try (RunningJvm running =
        ForkedJvm.on(jdk).withAgent("targets=" + POOL).start("fixtures.life.Steady")) {
      running.awaitOutput("begun");
      jcmd(jdk, running, "JFR.start", "name=first");
      running.await(() -> dumped(jdk, running) > 20, "event");
    }
  }

  @ParameterizedTest
  @MethodSource("oldestAndNewest")
  void an_application_that_records_prints_the_same_with_the_agent(Jdk jdk) {
    compileRecorded();
    String file = temp.resolve("recording.jfr").toString();

    SameOutput.compare(
        recorded(jdk).run("recorded.Recorded", file),
        recorded(jdk).withAgent("targets=" + POOL).run("recorded.Recorded", file));
  }

  /** Not even if JMX, which manages recordings, has loaded the recorder's classes. */
  @ParameterizedTest
  @MethodSource("dev.ssot.dist.Jdks#all")
  void without_a_recording_no_event_class_is_loaded(Jdk jdk) {
    for (String management : List.of("-Dnone", "-Dcom.sun.management.jmxremote")) {
      UnaryOperator<ForkedJvm> verbose =
          jvm ->
              jvm.withArguments(
                  management, jdk.version() == 8 ? "-verbose:class" : "-Xlog:class+load");
      String without = verbose.apply(ForkedJvm.on(jdk)).run("fixtures.life.Shop").out();
      String with =
          verbose
              .apply(ForkedJvm.on(jdk))
              .withAgent("targets=" + POOL)
              .run("fixtures.life.Shop")
              .out();

      assertThat(with).contains("dev.ssot.engine.jfr.SiteEvents");
      assertThat(with).doesNotContainPattern("dev\\.ssot\\.engine\\.jfr\\.\\w*(Event|Handles) ");
      assertThat(with.contains("jdk.jfr.Event ")).isEqualTo(without.contains("jdk.jfr.Event "));
      assertThat(with).doesNotContain("jdk.jfr.internal.PlatformRecorder");
    }
  }

  /** The smallest image that takes an agent. */
  @Test
  void a_runtime_without_the_module_counts_as_ever() {
    Path report = temp.resolve("report.json");
    ForkedJvm.Exit exit =
        ForkedJvm.on(Jdks.running())
            .withArguments("--limit-modules", "java.base,java.instrument")
            .withAgent("targets=" + POOL, "report=" + report, "log=stderr")
            .run("fixtures.life.Shop");

    assertThat(Report.read(report).target(POOL).constructions()).isEqualTo(5);
    assertThat(exit.err()).doesNotContain("failed");
  }

  private Report.Target recordedFromStart(
      Jdk jdk, String target, String mainClass, String... arguments) {
    Path report = temp.resolve("report.json");
    Path config = temp.resolve("ssot.yaml");
    write(config, "groups: [{name: P1, priority: 1, sites: [fixtures.life.Shop]}]");
    ForkedJvm.Exit exit =
        ForkedJvm.on(jdk)
            .withArguments("-XX:StartFlightRecording=dumponexit=true,filename=" + file())
            .withAgent("targets=" + target, "report=" + report, "config=" + config)
            .run(mainClass, arguments);
    assertThat(exit.code()).as(exit.err()).isZero();
    return Report.read(report).target(target.replaceFirst(",.*", ""));
  }

  private RecordedEvent only(String site) {
    int line = FixtureSource.of("fixtures.life.Shop").line(site);
    List<RecordedEvent> found =
        recording().of("ssot.Construction").stream()
            .filter(event -> event.getInt("siteLine") == line)
            .toList();
    assertThat(found).as("events at %s", site).hasSize(1);
    return found.get(0);
  }

  private static Map<String, Long> eachSite(long count) {
    Map<String, Long> sites = new TreeMap<>();
    sites.put(RECORDED.site("new", "new"), count);
    sites.put(RECORDED.site("reference", "method-reference"), count);
    sites.put(RECORDED.site("reflection", "reflection"), count);
    return sites;
  }

  /** Against the running JDK: no {@code --release 8}, which hides the recorder. */
  private void compileRecorded() {
    String classPath = PackagedJar.fixtures().toString();
    var sources = List.of(RECORDED.file());
    Compilers.javac(temp, sources, "-source", "8", "-target", "8", "-cp", classPath);
  }

  private ForkedJvm recorded(Jdk jdk) {
    return ForkedJvm.on(jdk).withClassPath(temp, PackagedJar.fixtures());
  }

  /**
   * By the JDK's own reader: newer ones miss in a file of 8 what was registered after its
   * beginning, as 8 gives the same number to each version of the metadata.
   */
  private long dumped(Jdk jdk, RunningJvm running) {
    jcmd(jdk, running, "JFR.dump", "name=first", "filename=" + file());
    String summary = ForkedJvm.on(jdk).runTool("jfr", "summary", file().toString()).out();
    Matcher constructions = CONSTRUCTIONS.matcher(summary);
    return constructions.find() ? Long.parseLong(constructions.group(1)) : 0;
  }

  private static void jcmd(Jdk jdk, RunningJvm running, String... command) {
    String[] arguments =
        Stream.concat(Stream.of(Long.toString(running.pid())), Stream.of(command))
            .toArray(String[]::new);
    ForkedJvm.Exit exit = ForkedJvm.on(jdk).runTool("jcmd", arguments);
    assertThat(exit.code()).as(exit.out() + exit.err()).isZero();
  }

  private Recordings recording() {
    return Recordings.read(file());
  }

  private Path file() {
    return temp.resolve("recording.jfr");
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }
}
