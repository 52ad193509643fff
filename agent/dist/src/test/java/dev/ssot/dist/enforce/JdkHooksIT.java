package dev.ssot.dist.enforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.ssot.dist.FixtureSource;
import dev.ssot.dist.ForkedJvm;
import dev.ssot.dist.Jdk;
import dev.ssot.dist.Jdks;
import dev.ssot.dist.PackagedJar;
import dev.ssot.dist.Report;
import dev.ssot.dist.RunningJvm;
import dev.ssot.dist.SameOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Reflection, method handles and deserialization: what no call site stands for. */
final class JdkHooksIT {
  private static final String WAYS = "fixtures.jdk.Ways";
  private static final String SHARED = "fixtures.jdk.Shared";
  private static final String EXTERNAL = "fixtures.jdk.External";
  private static final String TARGETS =
      "targets="
          + String.join(
              ":",
              SHARED,
              EXTERNAL,
              "fixtures.jdk.Closed",
              "fixtures.jdk.Resolving",
              "fixtures.jdk.Failing*");
  private static final FixtureSource SOURCE = FixtureSource.of(WAYS);
  private static final List<String> HOOKED =
      List.of(
          "java.lang.reflect.Constructor",
          "java.lang.invoke.LambdaMetafactory",
          "java.lang.invoke.MethodHandles$Lookup",
          "java.io.ObjectStreamClass");

  @TempDir private Path temp;

  @BeforeEach
  void provideTheService() throws IOException {
    Path services = Files.createDirectories(temp.resolve("META-INF/services"));
    Files.writeString(services.resolve("java.lang.Runnable"), SHARED + "\n");
  }

  static Stream<Jdk> jdks() {
    return Jdks.all();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void to_observe_changes_no_class_of_the_jdk_and_to_enforce_changes_four(Jdk jdk)
      throws IOException {
    assertThat(redefined(jdk, "mode=observe")).doesNotContain(HOOKED);
    assertThat(redefined(jdk, "mode=dry-run")).doesNotContain(HOOKED);
    assertThat(redefined(jdk, "mode=enforce", "jdk.hooks=false")).doesNotContain(HOOKED);
    assertThat(redefined(jdk, "mode=enforce")).contains(HOOKED);
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void an_application_that_is_observed_prints_the_same(Jdk jdk) {
    ForkedJvm.Exit without = jvm(jdk).run(WAYS);

    assertThat(without.out()).contains("reflection made 40", "class other", "all ways done");
    SameOutput.compare(without, enforced(jdk, "mode=observe"));
    SameOutput.compare(without, enforced(jdk, "mode=enforce", "jdk.hooks=false"));
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void every_way_that_has_a_hook_yields_the_one_instance(Jdk jdk) {
    // Without its archive, a JVM shows classes of its own without frames, unless it verifies them.
    for (String jvm : List.of("-Xshare:auto", "-Xshare:off", "-Xverify:all")) {
      assertThatAllAreTheSame(agent(jvm(jdk).withArguments(jvm), "mode=enforce").run(WAYS));
    }
  }

  private static void assertThatAllAreTheSame(ForkedJvm.Exit exit) {
    assertThat(exit.err())
        .doesNotContain("of this JDK cannot be woven", "is left as it is", "the agent failed");
    assertThat(exit.out().lines())
        .containsExactly(
            "reflection made 1",
            "reflection same",
            "class same",
            "service same",
            "found same",
            "bound same",
            "unreflected same",
            "revealed newInvokeSpecial fixtures.jdk.Shared.<init>:()void",
            "reflected as public fixtures.jdk.Shared()",
            "lambda other",
            "alternative other",
            "read same",
            "read once true",
            "read subclass Sub",
            "read resolving true",
            "read external false",
            "filled 0",
            "private IllegalAccessException, cause: null",
            "opened true",
            "arguments IllegalArgumentException, cause: null",
            "failing InvocationTargetException, cause: java.io.IOException: no disk",
            "abstract InstantiationException, cause: null",
            "subclass made Sub",
            "bypassed Sub",
            "all ways done");
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void redirects_are_counted_where_the_constructions_would_have_been(Jdk jdk) {
    enforced(jdk, "mode=observe");
    Map<String, Long> observed = report().target(SHARED).sites();
    enforced(jdk, "mode=enforce");
    Map<String, Long> redirected = redirects(report().target(SHARED));

    assertThat(redirected)
        .containsOnly(
            entry(SOURCE.site("reflection", "reflection"), 40L),
            entry(SOURCE.site("class", "reflection"), 1L),
            entry(SOURCE.site("service", "reflection"), 1L),
            entry(SOURCE.site("handle", "method-handle"), 1L),
            entry(SOURCE.site("adapted", "method-handle"), 1L),
            entry(SOURCE.site("unreflected", "method-handle"), 1L),
            entry(SOURCE.site("copy", "deserialization"), 1L));
    redirected.remove(SOURCE.site("copy", "deserialization"));
    assertThat(observed).containsAllEntriesOf(redirected);
    assertThat(redirects(report().target(EXTERNAL))).isEmpty();
    assertThat(report().target(EXTERNAL).allSites())
        .anySatisfy(
            site -> assertThat(site.get("reason").asText()).isEqualTo("deserialized-state"));
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void without_hooks_the_report_says_what_is_not_redirected_and_why(Jdk jdk) {
    enforced(jdk, "mode=enforce", "jdk.hooks=false");

    Map<String, String> reasons = new TreeMap<>();
    report()
        .target(SHARED)
        .allSites()
        .forEach(site -> reasons.put(site.get("line").asText(), site.get("reason").asText()));
    assertThat(reasons)
        .containsEntry("" + SOURCE.line("reflection"), "jdk-hooks-off")
        .containsEntry("" + SOURCE.line("handle"), "jdk-hooks-off")
        .containsEntry("" + SOURCE.line("lambda"), "hidden-class");
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void a_second_instance_is_refused_however_it_is_asked_for(Jdk jdk) {
    ForkedJvm.Exit exit = agent(jvm(jdk), "mode=fail").run("fixtures.jdk.Refused");

    assertThat(exit.out().lines())
        .containsExactly("reflection refused", "handle refused", "deserialization refused");
  }

  @ParameterizedTest
  @MethodSource("dev.ssot.dist.Jdks#oldestAndNewest")
  void a_switch_installs_the_hooks_and_a_switch_back_leaves_them_unnoticed(Jdk jdk)
      throws Exception {
    Path config = configured("observe");
    ForkedJvm jvm = ForkedJvm.on(jdk).withAgent("config=" + config, "report.every=1s", json());

    try (RunningJvm running = jvm.start("fixtures.jdk.Switched")) {
      running.awaitOutput("other other");
      configured("enforce");
      running.awaitOutput("same same");
      configured("observe");
      running.await(() -> running.printed(0).out().endsWith("other other\n"), "rollback");
      running.terminate();
    }
    assertThat(report().target(SHARED).sites())
        .containsKey(FixtureSource.of("fixtures.jdk.Switched").site("handled", "method-handle"));
  }

  private Path configured(String mode) throws IOException {
    return Files.writeString(
        temp.resolve("ssot.yaml"), "targets: [%s]\nmode: %s\n".formatted(SHARED, mode));
  }

  private ForkedJvm jvm(Jdk jdk) {
    return ForkedJvm.on(jdk).withClassPath(PackagedJar.fixtures(), temp);
  }

  private ForkedJvm.Exit enforced(Jdk jdk, String... options) {
    return agent(jvm(jdk), options).run(WAYS);
  }

  private ForkedJvm agent(ForkedJvm jvm, String... options) {
    return jvm.withAgent(
        Stream.concat(Stream.of(TARGETS, "log=stderr", json()), Stream.of(options))
            .toArray(String[]::new));
  }

  private String json() {
    return "report=" + temp.resolve("report.json");
  }

  private Report report() {
    return Report.read(temp.resolve("report.json"));
  }

  /** What the JVM says that it has changed. */
  private String redefined(Jdk jdk, String... options) throws IOException {
    Path log = temp.resolve("redefined.txt");
    ForkedJvm jvm = jvm(jdk);
    boolean old = jdk.version() == 8;
    jvm.withArguments(
        old ? "-XX:TraceRedefineClasses=1" : "-Xlog:redefine+class+load=debug:file=" + log);
    ForkedJvm.Exit exit = agent(jvm, options).run(WAYS);
    assertThat(exit.out()).contains("all ways done");
    String said = old ? exit.out() : Files.readString(log);
    return said;
  }

  /** Redirects by {@code File.java:line kind}, sites without one left out. */
  private static Map<String, Long> redirects(Report.Target target) {
    Map<String, Long> redirects = new TreeMap<>();
    target
        .allSites()
        .filter(site -> site.get("redirects").asLong() > 0)
        .forEach(
            site ->
                redirects.merge(
                    "%s:%s %s"
                        .formatted(
                            site.get("file").asText(),
                            site.get("line").asText(),
                            site.get("kind").asText()),
                    site.get("redirects").asLong(),
                    Long::sum));
    return redirects;
  }
}
