package dev.ssot.dist.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.ssot.dist.FixtureSource;
import dev.ssot.dist.ForkedJvm;
import dev.ssot.dist.Jdk;
import dev.ssot.dist.Jdks;
import dev.ssot.dist.Report;
import dev.ssot.dist.RunningJvm;
import dev.ssot.dist.SameOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** However an application lives and ends, it does as without the agent, and the report is there. */
final class LifeIT {
  private static final String SHOP = "fixtures.life.Shop";
  private static final String POOL = "fixtures.life.Pool";
  private static final String TARGETS = "targets=" + POOL;
  private static final FixtureSource SOURCE = FixtureSource.of(SHOP);

  @TempDir private Path temp;

  @ParameterizedTest
  @MethodSource("dev.ssot.dist.Jdks#oldestAndNewest")
  void a_main_that_returns_leaves_a_report(Jdk jdk) {
    ForkedJvm.Exit exit = run(jdk, jvm -> jvm.withAgent(TARGETS, report()), "returns");

    assertThat(exit.code()).isZero();
    assertThatTheReportIsComplete();
  }

  @ParameterizedTest
  @CsvSource({"exit,7", "throw,1"})
  void any_exit_leaves_a_report(String end, int code) {
    ForkedJvm.Exit exit = run(Jdks.running(), jvm -> jvm.withAgent(TARGETS, report()), end);

    assertThat(exit.code()).isEqualTo(code);
    assertThatTheReportIsComplete();
  }

  @ParameterizedTest
  @MethodSource("dev.ssot.dist.Jdks#oldestAndNewest")
  void a_terminated_application_leaves_a_report(Jdk jdk) {
    ForkedJvm jvm = ForkedJvm.on(jdk).withAgent(TARGETS, report());
    try (RunningJvm running = jvm.start(SHOP, "wait")) {
      assertThat(running.awaitOutput("waiting").terminate().code()).isEqualTo(128 + 15);
    }

    assertThatTheReportIsComplete();
  }

  @Test
  void a_killed_application_leaves_the_last_report() {
    Path file = temp.resolve("report.json");
    ForkedJvm jvm = ForkedJvm.on(Jdks.running()).withAgent(TARGETS, report(), "report.every=1s");
    try (RunningJvm running = jvm.start(SHOP, "wait")) {
      running.awaitOutput("waiting").await(() -> hasAllSites(file), "report");
      assertThat(running.kill().code()).isEqualTo(128 + 9);
    }

    assertThatTheReportIsComplete();
    assertThat(temp).isDirectoryNotContaining(path -> !path.equals(file));
  }

  /** On a busy machine the first report is written before the first construction. */
  private static boolean hasAllSites(Path file) {
    return Files.exists(file)
        && Report.read(file).targets(POOL).stream().anyMatch(pool -> pool.sites().size() == 5);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"-Xint", "-XX:+UseSerialGC", "-Xcheck:jni", "-Xverify:all", "-XX:-UsePerfData"})
  void options_of_the_jvm_make_no_difference(String option) {
    UnaryOperator<ForkedJvm> with = jvm -> jvm.withArguments(option);
    ForkedJvm.Exit without = with.apply(ForkedJvm.on(Jdks.running())).run(SHOP, "exit");
    ForkedJvm.Exit exit =
        with.apply(ForkedJvm.on(Jdks.running())).withAgent(TARGETS, report()).run(SHOP, "exit");

    SameOutput.compare(without, exit);
    assertThatTheReportIsComplete();
  }

  @Test
  void the_report_on_stdout_comes_after_all_that_the_application_printed() {
    ForkedJvm.Exit without = ForkedJvm.on(Jdks.running()).run(SHOP, "exit");
    ForkedJvm.Exit with =
        ForkedJvm.on(Jdks.running()).withAgent(TARGETS, "report=-").run(SHOP, "exit");

    assertThat(with.out()).startsWith(without.out()).contains(POOL, "Shop.java:");
    assertThat(with.code()).isEqualTo(without.code());
  }

  @Test
  void a_report_that_cannot_be_written_is_one_line_at_the_start_and_one_at_exit()
      throws IOException {
    Path file = Files.createFile(temp.resolve("file")).resolve("report.json");

    ForkedJvm.Exit exit =
        run(Jdks.running(), jvm -> jvm.withAgent(TARGETS, "log=none", "report=" + file), "exit");

    assertThat(exit.err().lines().filter(line -> line.contains(file.toString())))
        .satisfiesExactly(
            start -> assertThat(start).contains("cannot be written now"),
            end -> assertThat(end).contains("no report at exit"));
    assertThat(exit.err()).doesNotContain("\tat ");
  }

  @Test
  void without_a_report_a_summary_says_what_it_would_say() {
    ForkedJvm.Exit exit = run(Jdks.running(), jvm -> jvm.withAgent(TARGETS), "exit");

    assertThat(exit.err()).contains("[ssot] " + POOL).contains("[ssot] ssot-agent");
  }

  @Test
  void a_log_of_none_prints_nothing_once_the_agent_has_started() {
    ForkedJvm.Exit exit = run(Jdks.running(), jvm -> jvm.withAgent(TARGETS, "log=none"), "exit");

    assertThat(exit.err().lines()).allMatch(line -> line.contains("mode observe")).hasSize(1);
  }

  @Test
  void a_log_file_takes_what_would_be_on_stderr() throws IOException {
    Path log = temp.resolve("agent.log");

    ForkedJvm.Exit exit =
        run(Jdks.running(), jvm -> jvm.withAgent(TARGETS, "log=file:" + log, report()), "exit");

    assertThat(Files.readString(log)).contains("constructed by fixtures.life.Shop.main(");
    assertThat(exit.err()).doesNotContain("constructed by");
  }

  @Test
  void a_second_agent_says_that_it_does_nothing() {
    ForkedJvm.Exit exit =
        run(
            Jdks.running(),
            jvm -> jvm.withAgent(TARGETS, report()).withAgent(TARGETS, report()),
            "exit");

    assertThat(exit.err()).contains("already running in this JVM");
    assertThatTheReportIsComplete();
  }

  /** Without permissions the agent cannot start, and that is all. */
  @ParameterizedTest
  @MethodSource("dev.ssot.dist.Jdks#all")
  void a_security_manager_stops_the_agent_not_the_application(Jdk jdk) {
    assumeTrue(jdk.version() <= 17, "later ones refuse the option, with an agent or without");
    UnaryOperator<ForkedJvm> secured = jvm -> jvm.withArguments("-Djava.security.manager");

    SameOutput.compare(
        secured.apply(ForkedJvm.on(jdk)).run(SHOP, "exit"),
        secured.apply(ForkedJvm.on(jdk)).withAgent(TARGETS, report()).run(SHOP, "exit"));
  }

  private ForkedJvm.Exit run(Jdk jdk, UnaryOperator<ForkedJvm> agent, String... arguments) {
    return SameOutput.of(jdk, agent, SHOP, arguments);
  }

  private String report() {
    return "report=" + temp.resolve("report.json");
  }

  private void assertThatTheReportIsComplete() {
    Map<String, Long> sites = Report.read(temp.resolve("report.json")).target(POOL).sites();
    assertThat(sites)
        .containsOnly(
            entry(SOURCE.site("new", "new"), 1L),
            entry(SOURCE.site("new with argument", "new"), 1L),
            entry(SOURCE.site("reference", "method-reference"), 1L),
            entry(SOURCE.site("numbered reference", "method-reference"), 1L),
            entry(SOURCE.site("reflection", "reflection"), 1L));
  }
}
