package dev.ssot.dist.enforce;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ssot.dist.FixtureSource;
import dev.ssot.dist.ForkedJvm;
import dev.ssot.dist.Jdk;
import dev.ssot.dist.Report;
import dev.ssot.dist.RunningJvm;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What was there before the agent came constructs on, and the report says why. */
final class RunningFramesIT {
  private static final String RUNNING = "fixtures.attach.Running";
  private static final FixtureSource SOURCE = FixtureSource.of(RUNNING);

  @TempDir private Path temp;

  @ParameterizedTest
  @MethodSource("dev.ssot.dist.Jdks#oldestAndNewest")
  void old_code_and_old_handles_construct_on_with_their_reason(Jdk jdk) throws Exception {
    Report.Target target = attachedTo(jdk, "enforce");

    for (String method : List.of("main", "onAnotherThread")) {
      JsonNode running = site(target, method, "new");
      assertThat(running.get("reason").asText()).isEqualTo("running-frame");
      assertThat(running.get("redirectable").asBoolean()).isFalse();
      assertThat(running.get("constructions").asLong()).isPositive();
      assertThat(running.get("redirects").asLong()).isZero();
    }
    assertThat(sites(target, "handled", "method-handle"))
        .hasSizeBetween(1, 2)
        .allSatisfy(each -> assertThat(each.get("reason").asText()).isEqualTo("older-handle"));
    assertThat(site(target, "main", "method-handle").get("reason").asText())
        .isEqualTo("hidden-class");
    JsonNode called = woven(target, "called");
    assertThat(called.get("redirectable").asBoolean()).isTrue();
    assertThat(called.get("redirects").asLong()).isPositive();
    assertThat(called.get("line").asInt()).isEqualTo(SOURCE.line("called"));
  }

  @ParameterizedTest
  @MethodSource("dev.ssot.dist.Jdks#oldestAndNewest")
  void dry_run_does_not_promise_what_old_code_cannot_do(Jdk jdk) throws Exception {
    Report.Target target = attachedTo(jdk, "dry-run");

    assertThat(site(target, "main", "new").get("reason").asText()).isEqualTo("running-frame");
    assertThat(site(target, "main", "new").get("redirectable").asBoolean()).isFalse();
    assertThat(woven(target, "called").get("redirectable").asBoolean()).isTrue();
  }

  private Report.Target attachedTo(Jdk jdk, String mode) throws Exception {
    Path report = temp.resolve("report.json");
    String options =
        String.join(
            ",", "targets=fixtures.attach.Kept", "mode=" + mode, "log=stderr", "report=" + report);
    ForkedJvm jvm = ForkedJvm.on(jdk).withArguments(arguments(jdk));
    try (RunningJvm running = jvm.start(RUNNING).awaitOutput("running")) {
      running.attachAgent(options);
      running.await(() -> running.printed(0).err().contains("Running.called("), "new call");
      long before = rounds(running);
      running.await(() -> rounds(running) > before + 1, "rounds after the attach");
      running.terminate();
    }
    return Report.read(report).target("fixtures.attach.Kept");
  }

  private static long rounds(RunningJvm running) {
    return running.printed(0).out().lines().filter(line -> line.startsWith("round of ")).count();
  }

  private static String[] arguments(Jdk jdk) {
    return jdk.version() < 21 ? new String[0] : new String[] {"-XX:+EnableDynamicAgentLoading"};
  }

  /** Fails unless there is exactly one such site. */
  private static JsonNode site(Report.Target target, String method, String kind) {
    List<JsonNode> found = sites(target, method, kind);
    assertThat(found).as("%s %s in %s", method, kind, target.node()).hasSize(1);
    return found.get(0);
  }

  /** Leaves out the frame that may have been on the stack while the class was woven. */
  private static JsonNode woven(Report.Target target, String method) {
    List<JsonNode> found =
        sites(target, method, "new").stream().filter(site -> site.get("line").asInt() > 0).toList();
    assertThat(found).as("%s in %s", method, target.node()).hasSize(1);
    return found.get(0);
  }

  /** Lists them in the order of the report; a frame from before has no line. */
  private static List<JsonNode> sites(Report.Target target, String method, String kind) {
    return StreamSupport.stream(target.node().get("sites").spliterator(), false)
        .filter(site -> site.get("method").asText().equals(method))
        .filter(site -> site.get("kind").asText().equals(kind))
        .toList();
  }
}
