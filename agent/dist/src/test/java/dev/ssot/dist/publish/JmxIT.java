package dev.ssot.dist.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ssot.dist.ForkedJvm;
import dev.ssot.dist.Jdk;
import dev.ssot.dist.Jdks;
import dev.ssot.dist.Report;
import dev.ssot.dist.RunningJvm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanInfo;
import javax.management.MBeanOperationInfo;
import javax.management.MBeanParameterInfo;
import javax.management.openmbean.CompositeData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a console sees of the agent in another process, and the comparison with the heap. */
final class JmxIT {
  private static final String POOL = "fixtures.life.Pool";
  private static final String GARBAGE = "fixtures.life.Garbage";

  @TempDir private Path temp;

  @ParameterizedTest
  @MethodSource("dev.ssot.dist.Jdks#oldestAndNewest")
  void a_console_sees_the_targets_of_an_application_that_did_not_use_jmx(Jdk jdk) throws Exception {
    try (RunningJvm running = start(jdk, "targets=" + POOL, GARBAGE, "1000", "42");
        JmxClient client = JmxClient.of(running.awaitOutput("kept 42"))) {
      CompositeData target = client.target(POOL);

      assertThat(target.get("className")).isEqualTo(POOL);
      assertThat(target.get("loader")).isEqualTo("app");
      assertThat(target.get("mode")).isEqualTo("observe");
      assertThat(target.get("constructions")).isEqualTo(1000L);
      assertThat(target.get("live")).isEqualTo(42L);
      assertThat(target.get("exact")).isEqualTo(true);
      assertThat(target.get("duplicates")).isEqualTo(41L);
      assertThat(target.get("redirects")).isEqualTo(0L);
      assertThat(target.get("callSites")).isEqualTo(1);
      assertThat(client.attribute("Mode")).isEqualTo("observe");
      assertThat((String) client.attribute("Version")).isNotEmpty();
    }
  }

  @Test
  void everything_it_shows_is_of_a_type_that_any_console_knows() throws Exception {
    try (RunningJvm running = start(Jdks.running(), "targets=" + POOL, GARBAGE, "9", "4");
        JmxClient client = JmxClient.of(running.awaitOutput("kept 4"))) {
      MBeanInfo info = client.server.getMBeanInfo(client.agent);

      assertThat(info.getAttributes())
          .extracting(MBeanAttributeInfo::getName)
          .contains("Version", "Mode", "Targets");
      Stream<String> types =
          Stream.concat(
              Stream.of(info.getAttributes()).map(MBeanAttributeInfo::getType),
              Stream.of(info.getOperations()).map(MBeanOperationInfo::getReturnType));
      assertThat(types)
          .allMatch(
              type -> type.matches("java\\.lang\\.\\w+|javax\\.management\\.openmbean\\.\\w+"));
    }
  }

  @ParameterizedTest
  @MethodSource("dev.ssot.dist.Jdks#oldestAndNewest")
  void a_console_names_and_describes_every_parameter(Jdk jdk) throws Exception {
    try (RunningJvm running = start(jdk, "targets=" + POOL, GARBAGE, "9", "4");
        JmxClient client = JmxClient.of(running.awaitOutput("kept 4"))) {
      MBeanInfo info = client.server.getMBeanInfo(client.agent);

      assertThat(info.getOperations())
          .allMatch(operation -> operation.getDescription().length() > 20)
          .flatExtracting(operation -> List.of(operation.getSignature()))
          .allMatch(parameter -> parameter.getDescription().length() > 20)
          .extracting(MBeanParameterInfo::getName)
          .containsOnly(
              "mode", "target", "group", "sites", "time", "by", "format", "force", "options");
      assertThat(info.getAttributes())
          .allMatch(attribute -> !attribute.getDescription().equals(attribute.getName()));
    }
  }

  @ParameterizedTest
  @MethodSource("dev.ssot.dist.Jdks#oldestAndNewest")
  void what_is_tracked_is_what_is_in_the_heap(Jdk jdk) throws Exception {
    try (RunningJvm running = start(jdk, "targets=" + POOL, GARBAGE, "1000", "42");
        JmxClient client = JmxClient.of(running.awaitOutput("kept 42"))) {
      assertThat(client.report().target(POOL).node().get("heap").isNull()).isTrue();

      assertThat(client.heap(POOL)).isEqualTo(heap(42, 42, 1));
      assertThat(client.report().target(POOL).node().at("/heap/at").asText()).endsWith("Z");
    }
  }

  @ParameterizedTest
  @MethodSource("dev.ssot.dist.Jdks#oldestAndNewest")
  void beyond_the_limit_the_heap_makes_the_count_exact(Jdk jdk) throws Exception {
    String options = "live.limit=100,targets=" + POOL;
    try (RunningJvm running = start(jdk, options, GARBAGE, "5000", "3000");
        JmxClient client = JmxClient.of(running.awaitOutput("kept 3000"))) {
      assertThat(client.report().target(POOL).isExact()).isFalse();

      assertThat(client.heap(POOL)).containsEntry("instances", 3000L).containsEntry("loaders", 1L);

      Report.Target target = client.report().target(POOL);
      assertThat(target.isExact()).isTrue();
      assertThat(target.live()).isEqualTo(3000);
      assertThat(client.target(POOL).get("duplicates")).isEqualTo(2999L);
    }
  }

  @Test
  void what_no_constructor_made_is_the_difference() throws Exception {
    String copies = "fixtures.life.Copies";
    try (RunningJvm running = start(Jdks.running(), "targets=" + copies, copies);
        JmxClient client = JmxClient.of(running.awaitOutput("kept 5"))) {
      assertThat(client.target(copies).get("live")).isEqualTo(1L);

      assertThat(client.heap(copies)).isEqualTo(heap(5, 1, 1));

      assertThat(client.target(copies).get("duplicates")).isEqualTo(4L);
      assertThat(client.report().target(copies).node().at("/instances/beforeAttach").asLong())
          .isZero();
    }
  }

  /** Each has a target of its own; the histogram has one number for both, and says so. */
  @ParameterizedTest
  @MethodSource("dev.ssot.dist.Jdks#oldestAndNewest")
  void two_loaders_of_one_class_are_not_told_apart(Jdk jdk) throws Exception {
    try (RunningJvm running = start(jdk, "targets=" + POOL, "fixtures.loaders.Tenants");
        JmxClient client = JmxClient.of(running.awaitOutput("kept 2"))) {
      Map<String, Long> heap = client.heap(POOL);

      assertThat(heap).containsEntry("loaders", 2L).containsEntry("difference", 0L);
      assertThat(client.report().targets(POOL))
          .hasSize(2)
          .allSatisfy(
              target ->
                  assertThat(target.node().at("/heap/instances").asLong())
                      .isEqualTo(heap.get("instances")));
    }
  }

  @ParameterizedTest
  @MethodSource("dev.ssot.dist.Jdks#oldestAndNewest")
  void after_an_attach_the_difference_is_what_was_there_before(Jdk jdk) throws Exception {
    try (RunningJvm running =
        ForkedJvm.on(jdk).start(GARBAGE, "1000", "42", temp.resolve("end").toString())) {
      running.awaitOutput("kept 42");
      running.attachAgent("targets=" + POOL);
      try (JmxClient client = JmxClient.of(running)) {
        assertThat(client.heap(POOL)).isEqualTo(heap(42, 0, 1));

        Report.Target target = client.report().target(POOL);
        assertThat(target.node().at("/instances/beforeAttach").asLong()).isEqualTo(42);
        assertThat(target.live()).isEqualTo(42);
        assertThat(target.isExact()).isTrue();
      }
    }
  }

  /** A mistake in the options is not the last word, nor is an agent that was told to stay off. */
  @ParameterizedTest
  @ValueSource(strings = {"tragets=" + POOL, "enabled=false,targets=" + POOL})
  void an_attach_that_came_to_nothing_may_be_repeated(String first) throws Exception {
    try (RunningJvm running =
        ForkedJvm.on(Jdks.running()).start(GARBAGE, "9", "4", temp.resolve("end").toString())) {
      running.awaitOutput("kept 4");
      running.attachAgent(first);
      running.attachAgent("targets=" + POOL);
      try (JmxClient client = JmxClient.of(running)) {
        assertThat(client.heap(POOL)).isEqualTo(heap(4, 0, 1));
      }
    }
  }

  @Test
  void a_switch_over_jmx_is_an_event_of_a_recording() throws Exception {
    Path file = temp.resolve("recording.jfr");
    try (RunningJvm running =
        start(
            Jdks.running(),
            "targets=" + POOL,
            jvm -> jvm.withArguments("-XX:StartFlightRecording=dumponexit=true,filename=" + file),
            GARBAGE,
            "9",
            "4")) {
      try (JmxClient client = JmxClient.of(running.awaitOutput("kept 4"))) {
        assertThat(client.mode("off")).startsWith("all is now off");
      }
      Files.createFile(temp.resolve("end"));
      assertThat(running.awaitEnd().code()).isZero();
    }

    assertThat(Recordings.read(file).of("ssot.ModeChange"))
        .singleElement()
        .satisfies(
            change -> {
              assertThat(change.getString("by")).isEqualTo("jmx");
              assertThat(change.getString("scope")).isEqualTo("all");
              assertThat(change.getString("from")).isEqualTo("observe");
              assertThat(change.getString("to")).isEqualTo("off");
            });
  }

  private static Map<String, Long> heap(long instances, long live, long loaders) {
    return Map.of(
        "instances", instances,
        "live", live,
        "difference", instances - live,
        "meanwhile", 0L,
        "loaders", loaders);
  }

  private RunningJvm start(Jdk jdk, String options, String mainClass, String... arguments) {
    return start(jdk, options, UnaryOperator.identity(), mainClass, arguments);
  }

  /** The last argument of all these programs: a file at whose sight they end. */
  private RunningJvm start(
      Jdk jdk,
      String options,
      UnaryOperator<ForkedJvm> with,
      String mainClass,
      String... arguments) {
    String end = temp.resolve("end").toString();
    return with.apply(ForkedJvm.on(jdk))
        .withAgent(options)
        .start(
            mainClass, Stream.concat(Stream.of(arguments), Stream.of(end)).toArray(String[]::new));
  }
}
