package dev.ssot.dist.enforce;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ssot.dist.ForkedJvm;
import dev.ssot.dist.Jdk;
import dev.ssot.dist.Jdks;
import dev.ssot.dist.Report;
import dev.ssot.dist.SameOutput;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The canonical instance becomes known where it is kept, and nobody calls the provider. */
final class LearningIT {
  private static final String SERVICE = "fixtures.learn.Service";
  private static final String TARGET = "fixtures.learn.Redis";

  @TempDir private Path temp;

  @ParameterizedTest
  @MethodSource("dev.ssot.dist.Jdks#oldestAndNewest")
  void from_its_field_that_another_class_writes(Jdk jdk) {
    ForkedJvm.Exit exit = enforce(jdk, "fixtures.learn.Kept#shared");

    assertThat(exit.out().lines())
        .containsExactly("new: true", "reference: true", "provider calls: 1", "factory: true");
    assertThat(target().node().get("canonical").get("resolved").asBoolean()).isTrue();
  }

  @ParameterizedTest
  @MethodSource("dev.ssot.dist.Jdks#oldestAndNewest")
  void from_its_provider_when_the_application_calls_it(Jdk jdk) {
    ForkedJvm.Exit exit = enforce(jdk, "fixtures.learn.Kept#redis()");

    assertThat(exit.out().lines())
        .containsExactly("new: true", "reference: true", "provider calls: 1", "factory: true");
  }

  @ParameterizedTest
  @MethodSource("dev.ssot.dist.Jdks#oldestAndNewest")
  void to_observe_changes_nothing_and_learns_all_the_same(Jdk jdk) {
    ForkedJvm.Exit without = ForkedJvm.on(jdk).run(SERVICE);
    SameOutput.compare(without, run(jdk, "observe", "fixtures.learn.Kept#redis()"));

    assertThat(target().node().get("canonical").get("resolved").asBoolean()).isTrue();
  }

  @ParameterizedTest
  @MethodSource("dev.ssot.dist.Jdks#oldestAndNewest")
  void a_provider_that_answers_two_objects_is_a_factory(Jdk jdk) {
    ForkedJvm.Exit exit = run(jdk, "observe", "fixtures.learn.Factory#redis()");

    assertThat(exit.out()).contains("factory: false");
    assertThat(reasons()).contains("canonical-factory");
  }

  @ParameterizedTest
  @MethodSource("dev.ssot.dist.Jdks#oldestAndNewest")
  void a_member_that_is_not_there_is_named_in_log_and_report(Jdk jdk) {
    ForkedJvm.Exit exit = run(jdk, "observe", "fixtures.learn.Kept#getInstance()");

    String member = "fixtures.learn.Kept#getInstance()";
    assertThat(exit.err())
        .containsOnlyOnce(
            "canonical=" + member + ": fixtures.learn.Kept has no such static method");
    assertThat(Report.read(file()).refused()).containsEntry(member, "canonical-absent");
  }

  static Stream<Arguments> publishers() {
    return Jdks.oldestAndNewest()
        .flatMap(
            jdk ->
                Stream.of(
                    Arguments.of(jdk, "Direct", "client"),
                    Arguments.of(jdk, "Helped", "client"),
                    Arguments.of(jdk, "Initialised", "CLIENT")));
  }

  @ParameterizedTest(name = "{1} on {0}")
  @MethodSource("publishers")
  void an_instance_is_shared_when_the_method_that_published_it_has_returned(
      Jdk jdk, String holder, String field) {
    String published = "fixtures.learn.Published";
    ForkedJvm.Exit exit =
        ForkedJvm.on(jdk)
            .withArguments("-Xverify:all")
            .withAgent(
                "targets=" + published + "$Client",
                "mode=enforce",
                "canonical=" + published + "$" + holder + "#" + field,
                "log=none")
            .run(published, holder);

    assertThat(exit.code()).as(exit.err()).isZero();
    assertThat(exit.out().lines()).containsExactly("unfinished: false", "shared: true");
  }

  private ForkedJvm.Exit enforce(Jdk jdk, String canonical) {
    return run(jdk, "enforce", canonical);
  }

  private ForkedJvm.Exit run(Jdk jdk, String mode, String canonical) {
    ForkedJvm.Exit exit =
        ForkedJvm.on(jdk)
            .withArguments("-Xverify:all")
            .withAgent(
                "targets=" + TARGET,
                "mode=" + mode,
                "canonical=" + canonical,
                "jdk.hooks=false", // reflection makes the first one, and is not to ask for it
                "log=stderr",
                "report=" + file())
            .run(SERVICE);
    assertThat(exit.code()).as(exit.err()).isZero();
    return exit;
  }

  private Set<String> reasons() {
    return target().allSites().map(site -> site.get("reason").asText()).collect(toSet());
  }

  private Report.Target target() {
    return Report.read(file()).target(TARGET);
  }

  private Path file() {
    return temp.resolve("report.json");
  }
}
