package dev.ssot.dist.publish;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ssot.dist.ForkedJvm;
import dev.ssot.dist.Jdk;
import dev.ssot.dist.Report;
import dev.ssot.dist.RunningJvm;
import dev.ssot.dist.ServedJvm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.management.openmbean.CompositeData;
import jdk.jfr.consumer.RecordedEvent;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Report, scrape, MBean and flight recorder tell one story. */
final class SameFiguresIT {
  private static final String ONLY = "fixtures.life.Figures$Only";
  private static final String SOURCES = "fixtures.life.Sources";
  private static final Pattern FAILURES =
      Pattern.compile("ssot_redirect_failures_total\\{reason=\"([^\"]+)\".*} (\\S+)");
  private static final Pattern SERIES = Pattern.compile("(ssot_\\w+)\\{(.*)} (\\S+)");

  @TempDir private Path temp;

  static Stream<Jdk> oldestAndNewest() {
    return FlightRecorderIT.oldestAndNewest();
  }

  @ParameterizedTest
  @MethodSource("oldestAndNewest")
  void the_same_figures_stand_in_report_scrape_mbean_and_recording(Jdk jdk) throws Exception {
    try (RunningJvm running = start(jdk)) {
      Report.Target served;
      try (JmxClient client = JmxClient.of(running.awaitOutput("kept 9"))) {
        served =
            new Report(new ObjectMapper().readTree(ServedJvm.get(running, "report"))).target(ONLY);
        assertThat(series(ServedJvm.get(running, "metrics"))).isEqualTo(series(served));
        assertThat(client.report().target(ONLY).node()).isEqualTo(served.node());
        CompositeData row = client.target(ONLY);
        assertThat(row.get("constructions")).isEqualTo(served.constructions());
        assertThat(row.get("redirects")).isEqualTo(served.redirects());
        assertThat(row.get("failed")).isEqualTo(served.sum("failed")).isEqualTo(2L);
        assertThat(row.get("refusals")).isEqualTo(served.sum("refusals")).isEqualTo(1L);
        assertThat(row.get("churn")).isEqualTo(served.node().get("churn").asLong());
        assertThat(row.get("live")).isEqualTo(served.live());
        assertThat(row.get("duplicates")).isEqualTo(served.duplicates());
        assertThat(ServedJvm.get(running, "health"))
            .contains("\"" + served.duplicates() + " duplicates of " + ONLY + " are alive\"");
        assertThat(ServedJvm.get(running, "report?format=text"))
            .contains("; 2 constructions failed at 1 call site")
            .contains("; 1 construction was refused at 1 call site\n");
      }
      Files.createFile(temp.resolve("end"));
      assertThat(running.awaitEnd().code()).isZero();

      // Its own, four by new, four by reference, one by reflection; three answered and closed.
      assertThat(served.constructions()).isEqualTo(10);
      assertThat(served.redirects()).isEqualTo(3);
      assertThat(served.live()).isEqualTo(10);
      assertThat(served.node().get("guarded").asLong()).isEqualTo(3);
      assertThat(Report.read(json()).target(ONLY).sites()).isEqualTo(served.sites());
      Recordings recordings = Recordings.read(temp.resolve("recording.jfr"));
      assertThat(recordings.sites()).isEqualTo(served.constructing());
      assertThat(byGroup(recordings.of("ssot.Redirect"))).isEqualTo(Map.of("P1", 3L));
      assertThat(byGroup(recordings.of("ssot.Construction"))).isEqualTo(Map.of("none", 10L));
    }
  }

  static Stream<Arguments> problems() {
    return oldestAndNewest()
        .flatMap(
            jdk ->
                Stream.of(
                    Arguments.of(jdk, "observe", "$Only$Wrong#get()", "canonical-absent"),
                    Arguments.of(jdk, "dry-run", ".Nope#get()", "canonical-absent"),
                    Arguments.of(jdk, "enforce", ".Nope#get()", "canonical-absent"),
                    Arguments.of(jdk, "dry-run", "$Only$Wrong#own()", "canonical-absent"),
                    Arguments.of(jdk, "enforce", "$Only$Wrong#own()", "canonical-absent"),
                    Arguments.of(jdk, "enforce", "$Only#NOWHERE", "canonical-absent"),
                    Arguments.of(jdk, "dry-run", "$Only$Changing#get()", "canonical-factory"),
                    Arguments.of(jdk, "enforce", "$Only$Changing#get()", "canonical-factory")));
  }

  @ParameterizedTest
  @MethodSource("problems")
  void that_no_instance_can_be_had_stands_everywhere(
      Jdk jdk, String mode, String member, String reason) throws Exception {
    String canonical = SOURCES + member;
    try (RunningJvm running = start(jdk, mode, canonical)) {
      try (JmxClient client = JmxClient.of(running.awaitOutput("kept 6"))) {
        running.await(() -> running.printed(0).err().contains(logged(canonical)), "the log line");
        Report.Target served =
            new Report(new ObjectMapper().readTree(ServedJvm.get(running, "report")))
                .target(SOURCES + "$Only");
        assertThat(served.node().get("canonical").get("reason").asText()).isEqualTo(reason);
        assertThat(served.node().get("canonical").get("replacement").isNull()).isTrue();
        assertThat(served.redirects()).isZero();
        assertThat(served.allSites().filter(SameFiguresIT::isToBeRedirected))
            .hasSize(2)
            .allMatch(site -> site.get("reason").asText().equals(reason))
            .noneMatch(site -> site.get("redirectable").asBoolean());
        assertThat(client.target(SOURCES + "$Only").get("canonicalReason")).isEqualTo(reason);
        assertThat(ServedJvm.get(running, "health"))
            .contains("DEGRADED", canonical, "nothing is redirected (" + reason + ")");
        assertThat(failures(ServedJvm.get(running, "metrics"))).isEqualTo(served.failures());
        boolean asks = mode.equals("enforce");
        assertThat(served.failures()).isEqualTo(asks ? Map.of(reason, 6L) : Map.of());
      }
      assertThat(running.printed(0).err()).doesNotContain("redirected to", "the agent failed");
    }
  }

  /** Nobody has named it, so that no line of the log speaks of an option. */
  @ParameterizedTest
  @MethodSource("oldestAndNewest")
  void that_nobody_knows_the_instance_stands_everywhere(Jdk jdk) throws Exception {
    String target = SOURCES + "$Only";
    for (String mode : List.of("dry-run", "enforce")) {
      try (RunningJvm running = start(jdk, mode, "auto")) {
        running.awaitOutput("kept 6").await(() -> verdicts(running).size() == 2, "two verdicts");
        Report.Target served =
            new Report(new ObjectMapper().readTree(ServedJvm.get(running, "report")))
                .target(target);
        boolean asks = mode.equals("enforce");
        assertThat(served.node().get("canonical").get("reason").asText())
            .isEqualTo("canonical-unknown");
        assertThat(served.allSites().filter(SameFiguresIT::isToBeRedirected))
            .hasSize(2)
            .allMatch(site -> site.get("reason").asText().equals("canonical-unknown"));
        assertThat(served.failures()).isEqualTo(asks ? Map.of("canonical-unknown", 6L) : Map.of());
        assertThat(failures(ServedJvm.get(running, "metrics"))).isEqualTo(served.failures());
        assertThat(
                ServedJvm.get(running, "health")
                    .contains("nothing is redirected (canonical-unknown)"))
            .isEqualTo(asks);
        assertThat(verdicts(running))
            .allMatch(line -> line.contains("redirected: which instance to share is not known"));
      }
    }
  }

  /** Not so where a class nested in the target has constructed on behalf of the program. */
  private static boolean isToBeRedirected(JsonNode site) {
    return !site.get("allowed").asBoolean()
        && !site.get("reason").asText().equals("factory-method");
  }

  private static List<String> verdicts(RunningJvm running) {
    return running
        .printed(0)
        .err()
        .lines()
        .filter(line -> line.contains(" redirected: ") && !line.contains("factory method"))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("oldestAndNewest")
  void that_a_provider_fails_stands_everywhere_beside_what_stands_in(Jdk jdk) throws Exception {
    String canonical = SOURCES + "$Only$Failing#get()";
    try (RunningJvm running = start(jdk, "enforce", canonical)) {
      try (JmxClient client = JmxClient.of(running.awaitOutput("kept 6"))) {
        running.await(() -> running.printed(0).err().contains(logged(canonical)), "the log line");
        Report.Target served =
            new Report(new ObjectMapper().readTree(ServedJvm.get(running, "report")))
                .target(SOURCES + "$Only");
        assertThat(served.node().get("canonical").get("reason").asText())
            .isEqualTo("canonical-failed");
        assertThat(served.node().get("canonical").get("standIn").asBoolean()).isTrue();
        assertThat(served.redirects()).isEqualTo(5);
        assertThat(client.target(SOURCES + "$Only").get("canonicalReason"))
            .isEqualTo("canonical-failed");
        assertThat(ServedJvm.get(running, "health"))
            .contains(
                "DEGRADED", canonical, "redirected call sites share one that one of them has");
        assertThat(failures(ServedJvm.get(running, "metrics")))
            .containsOnlyKeys("canonical-failed");
      }
    }
  }

  @ParameterizedTest
  @MethodSource("oldestAndNewest")
  void an_instance_for_each_list_of_arguments_is_no_duplicate_anywhere(Jdk jdk) throws Exception {
    String target = "fixtures.life.Regions$Client";
    String[] options = {"targets=" + target, "mode=enforce", "arguments=key"};
    try (RunningJvm running = start(jdk, "fixtures.life.Regions", options)) {
      try (JmxClient client = JmxClient.of(running.awaitOutput("kept 7, first and third true"))) {
        Report.Target served =
            new Report(new ObjectMapper().readTree(ServedJvm.get(running, "report")))
                .target(target);
        assertThat(served.live()).isEqualTo(3);
        assertThat(served.redirects()).isEqualTo(4);
        assertThat(served.duplicates()).as("the one by reflection").isEqualTo(1);
        assertThat(client.target(target).get("duplicates")).isEqualTo(1L);
        assertThat(ServedJvm.get(running, "metrics"))
            .contains("ssot_duplicates{target=\"" + target + "\"} 1.0");
        assertThat(ServedJvm.get(running, "health"))
            .contains("\"1 duplicate of " + target + " is alive\"");
        assertThat(ServedJvm.get(running, "report?format=text"))
            .contains("1 duplicate from 1 call site in 1 file; 1 more is redirected\n");
      }
    }
  }

  private static String logged(String canonical) {
    return "canonical=" + canonical + ": the provider ";
  }

  private static Map<String, Long> failures(String scrape) {
    Map<String, Long> failures = new TreeMap<>();
    Matcher each = FAILURES.matcher(scrape);
    while (each.find()) {
      failures.put(each.group(1), Math.round(Double.parseDouble(each.group(2))));
    }
    return failures;
  }

  private RunningJvm start(Jdk jdk, String mode, String canonical) throws Exception {
    String target = "targets=" + SOURCES + "$Only";
    return start(jdk, SOURCES, target, "mode=" + mode, "canonical=" + canonical);
  }

  private RunningJvm start(Jdk jdk, String program, String... options) throws Exception {
    List<String> all = new ArrayList<>(List.of(options));
    all.addAll(List.of("canonical.wait=60s", "log=stderr", "http=0"));
    return ForkedJvm.on(jdk)
        .withAgent(all.toArray(new String[0]))
        .start(program, temp.resolve("end").toString());
  }

  private RunningJvm start(Jdk jdk) throws Exception {
    Path config =
        Files.writeString(
            temp.resolve("ssot.yaml"),
            """
            targets: ["%s"]
            groups:
              - {name: P1, priority: 1, sites: ["fixtures.life.Figures$Core"], mode: enforce}
              - {name: P2, priority: 2, sites: ["fixtures.life.Figures$Checked"], mode: fail}
            """
                .formatted(ONLY));
    return ForkedJvm.on(jdk)
        .withArguments(
            "-XX:StartFlightRecording=dumponexit=true,filename=" + temp.resolve("recording.jfr"))
        .withAgent("config=" + config, "report=" + json(), "log=stderr", "http=0")
        .start("fixtures.life.Figures", temp.resolve("end").toString());
  }

  private Path json() {
    return temp.resolve("report.json");
  }

  /** Of the target; zeros say no more than that a series is there. */
  private static Map<String, Long> series(String scrape) {
    Map<String, Long> series = new TreeMap<>();
    for (Matcher each = SERIES.matcher(scrape); each.find(); ) {
      double value = Double.parseDouble(each.group(3));
      if (value != 0 && each.group(2).contains("target=")) {
        series.put(each.group(1) + " " + each.group(2), Math.round(value));
      }
    }
    return series;
  }

  /** What the scrape has to say, by the report. */
  private static Map<String, Long> series(Report.Target target) {
    Map<String, Long> series = new TreeMap<>();
    String tag = "target=\"" + ONLY + "\"";
    series.put("ssot_instances " + tag, target.live());
    series.put("ssot_duplicates " + tag, target.duplicates());
    series.put("ssot_churn " + tag, target.node().get("churn").asLong());
    series.put("ssot_guarded_calls_total " + tag, target.node().get("guarded").asLong());
    target.allSites().forEach(site -> add(site, tag, series));
    series.values().removeIf(value -> value == 0);
    return series;
  }

  private static void add(JsonNode site, String tag, Map<String, Long> series) {
    String group = "group=\"" + site.get("group").asText("none") + "\",";
    String kind = "kind=\"" + site.get("kind").asText() + "\",";
    long constructions = site.get("constructions").asLong();
    long redirects = site.get("redirects").asLong();
    series.merge("ssot_constructions_total " + group + kind + tag, constructions, Long::sum);
    series.merge("ssot_redirects_total " + group + tag, redirects, Long::sum);
    long failed = site.get("failed").asLong();
    long refused = site.get("refusals").asLong();
    series.merge("ssot_constructions_failed_total " + group + tag, failed, Long::sum);
    series.merge("ssot_constructions_refused_total " + group + tag, refused, Long::sum);
    boolean counts =
        !site.get("allowed").asBoolean() && constructions + redirects + failed + refused > 0;
    series.merge("ssot_call_sites " + group + tag, counts ? 1L : 0L, Long::sum);
    if (site.get("mode").asText().equals("enforce")) {
      series.put("ssot_enforcing " + group + tag, 1L);
    }
  }

  private static Map<String, Long> byGroup(List<RecordedEvent> events) {
    Map<String, Long> groups = new TreeMap<>();
    for (RecordedEvent event : events) {
      String group = event.getString("group");
      groups.merge(group == null ? "none" : group, 1L, Long::sum);
    }
    return groups;
  }
}
