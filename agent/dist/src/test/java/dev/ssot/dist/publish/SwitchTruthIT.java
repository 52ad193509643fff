package dev.ssot.dist.publish;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ssot.dist.FixtureSource;
import dev.ssot.dist.ForkedJvm;
import dev.ssot.dist.Jdk;
import dev.ssot.dist.Jdks;
import dev.ssot.dist.Report;
import dev.ssot.dist.RunningJvm;
import dev.ssot.dist.ServedJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.management.openmbean.CompositeData;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What {@code dry-run} says of a call site is what a switch to {@code enforce} promises and then
 * does, and all that the agent says at one moment is the same.
 */
final class SwitchTruthIT {
  private static final String CLIENT = "fixtures.truth.Client";
  private static final FixtureSource ROUNDS = FixtureSource.of("fixtures.truth.Rounds");
  private static final FixtureSource HELPER = FixtureSource.of("fixtures.truth.Helper");
  private static final Pattern SERIES = Pattern.compile("(ssot_\\w+)\\{(.*)} (\\S+)");

  /** A round asks so often at each call site, the helper is asked by two. */
  private static final long TIMES = 3;

  private static final Map<String, String> SENTENCES =
      Map.of(
          "arguments", "the constructor gets arguments",
          "canonical-absent", "the provider does not exist",
          "canonical-factory", "it is a factory",
          "canonical-unknown", "which instance to share is not known");

  @TempDir private Path temp;
  private RunningJvm running;
  private int rounds;

  static Stream<Arguments> cases() {
    return FlightRecorderIT.oldestAndNewest()
        .flatMap(
            jdk ->
                Stream.of("Holder#INSTANCE", "Nowhere#get()", "Holder#failing()")
                    .map(member -> Arguments.of(jdk, "fixtures.truth." + member, false)));
  }

  static Stream<Arguments> more() {
    Jdk jdk = Jdks.running();
    return Stream.of(
        Arguments.of(jdk, "fixtures.truth.Holder#fresh()", false),
        Arguments.of(jdk, "auto", false),
        Arguments.of(jdk, "fixtures.truth.Holder#INSTANCE", true),
        Arguments.of(jdk, "fixtures.truth.Nowhere#get()", true));
  }

  @ParameterizedTest
  @MethodSource({"cases", "more"})
  void a_switch_does_what_was_said_before(Jdk jdk, String canonical, boolean byFile)
      throws Exception {
    try (RunningJvm started = start(jdk, canonical)) {
      running = started;
      try (JmxClient client = client()) {
        round();
        running.await(() -> verdicts("would ").size() == 6, "six verdicts");
        Map<String, JsonNode> tried = sites(client);
        assertThat(redirects(tried).values()).containsOnly(0L);

        String answer = byFile ? byFile("enforce") : client.mode("enforce");
        assertThat(answer).contains(promise(tried), "0 redirected since the switch");
        kept(tried)
            .forEach(
                (reason, sites) ->
                    assertThat(answer).contains(sites + " cannot: ", SENTENCES.get(reason)));
        running.await(() -> !lines(promise(tried)).isEmpty(), "the same in the log");

        round();
        Map<String, JsonNode> enforced = sites(client);
        assertThat(values(enforced, site -> site.get("reason").asText()))
            .isEqualTo(values(tried, site -> site.get("reason").asText()));
        assertThat(values(enforced, site -> site.get("redirects").asLong() > 0))
            .isEqualTo(values(tried, site -> site.get("redirectable").asBoolean()));
        assertThat(values(enforced, SwitchTruthIT::calls))
            .isEqualTo(values(tried, site -> 2 * calls(site)));
        assertThat(constructions(enforced) - constructions(tried))
            .as("made by those that can be redirected")
            .isEqualTo(canonical.endsWith("failing()") ? 1 : 0);
        running.await(() -> verdicts("is ").size() == 6, "six more verdicts");
        assertThat(verdicts("is redirected to "))
            .isEqualTo(places(enforced, site -> site.get("redirectable").asBoolean()));
        assertThatOutputsAgree(client);
      }
    }
  }

  /** The helper is the call site, and not those who ask it: a group of these has none. */
  @ParameterizedTest
  @MethodSource("dev.ssot.dist.publish.FlightRecorderIT#oldestAndNewest")
  void a_switch_that_concerns_no_call_site_says_so_and_changes_nothing(Jdk jdk) throws Exception {
    try (RunningJvm started = start(jdk, "fixtures.truth.Holder#INSTANCE")) {
      running = started;
      try (JmxClient client = client()) {
        round();
        assertThat(client.mode("enforce", "P1", ""))
            .contains("P1 matched no call site yet; nearest fixtures.truth.Rounds")
            .doesNotContain("can be redirected");
        assertThat(client.mode("enforce", "", "fixtures.truth.Helpers"))
            .contains("matched no call site yet; nearest fixtures.truth.Helper")
            .doesNotContain("can be redirected");
        assertThat(client.mode("enforce", "", "fixtures.truth.Rounds#lambda*"))
            .contains("can be redirected");
        round();
        assertThat(redirects(sites(client)))
            .containsEntry(HELPER.site("helper", "new"), 0L)
            .containsEntry(ROUNDS.site("plain", "new"), TIMES)
            .containsEntry(ROUNDS.site("handed", "new"), 0L);
        assertThat(group(client, "P1").get("sites").asInt()).isZero();
        client.mode("enforce", "", "fixtures.truth.Helper");
        round();
        assertThat(redirects(sites(client))).containsEntry(HELPER.site("helper", "new"), 2 * TIMES);
        assertThatOutputsAgree(client);
      }
    }
  }

  /** A constructor that throws where it runs; where it does not run, nothing fails. */
  @ParameterizedTest
  @MethodSource("dev.ssot.dist.publish.FlightRecorderIT#oldestAndNewest")
  void failed_and_refused_constructions_are_said_alike_in_each_mode(Jdk jdk) throws Exception {
    try (RunningJvm started = start(jdk, "fixtures.truth.Holder#INSTANCE")) {
      running = started;
      String broken = ROUNDS.site("broken", "new");
      try (JmxClient client = client()) {
        long failed = 0;
        for (String mode : List.of("observe", "dry-run", "enforce", "fail", "off", "observe")) {
          client.mode(mode);
          round();
          failed += mode.equals("fail") || mode.equals("off") ? 0 : TIMES;
          Map<String, JsonNode> sites = sites(client);
          assertThat(sites.get(broken).get("failed").asLong()).as(mode).isEqualTo(failed);
          assertThat(sites.get(broken).get("constructions").asLong()).isZero();
          assertThatOutputsAgree(client);
        }
        Map<String, JsonNode> sites = sites(client);
        sites.forEach(
            (place, site) ->
                assertThat(site.get("refusals").asLong())
                    .as(place)
                    .isEqualTo(place.startsWith("Helper") ? 2 * TIMES : TIMES));
        running.await(() -> lines("was refused at").size() == 6, "a line for each refusal");
        assertThat(lines(" failed at ")).hasSize(1);
      }
    }
  }

  /** A switch may come before anybody has looked for what the option names. */
  @ParameterizedTest
  @MethodSource("dev.ssot.dist.publish.FlightRecorderIT#oldestAndNewest")
  void nothing_is_promised_before_anybody_has_looked(Jdk jdk) throws Exception {
    try (RunningJvm started = start(jdk, "fixtures.truth.Nowhere#get()")) {
      running = started;
      try (JmxClient client = client()) {
        assertThat(client.mode("enforce")).doesNotContain("6 of 6", "4 of 6");
        round();
        assertThat(client.mode("dry-run")).contains("0 of 6 call sites would be redirected");
        assertThat(lines("be redirected to ", "is redirected to ")).isEmpty();
      }
    }
  }

  private RunningJvm start(Jdk jdk, String canonical) throws Exception {
    configure("dry-run");
    return ForkedJvm.on(jdk)
        .withAgent(
            "config=" + temp.resolve("ssot.yaml"),
            "canonical=" + canonical,
            "canonical.wait=60s",
            "allow=fixtures.truth.Holder",
            "log=stderr",
            "http=0")
        .start("fixtures.truth.Rounds", temp.toString());
  }

  private void configure(String mode) throws Exception {
    Files.writeString(
        temp.resolve("ssot.yaml"),
        """
        targets: [%s]
        mode: %s
        groups:
          - {name: P1, sites: ["fixtures.truth.Rounds$First"]}
        """
            .formatted(CLIENT, mode));
  }

  private JmxClient client() throws Exception {
    return JmxClient.of(running.awaitOutput("begun"));
  }

  private void round() throws Exception {
    rounds++;
    Files.createFile(temp.resolve("" + rounds));
    running.awaitOutput("round " + rounds + " done");
  }

  private String byFile(String mode) throws Exception {
    configure(mode);
    running.await(() -> !lines("mode " + mode + "; ").isEmpty(), "the switch by the file");
    return lines("mode " + mode + "; ").get(0);
  }

  private static Map<String, JsonNode> sites(JmxClient client) throws Exception {
    return client
        .report()
        .target(CLIENT)
        .allSites()
        .filter(site -> !site.get("allowed").asBoolean())
        .collect(Collectors.toMap(SwitchTruthIT::place, site -> site, (a, b) -> a, TreeMap::new));
  }

  private static JsonNode group(JmxClient client, String name) throws Exception {
    for (JsonNode group : client.report().target(CLIENT).node().get("groups")) {
      if (group.get("name").asText().equals(name)) {
        return group;
      }
    }
    throw new AssertionError("no group " + name);
  }

  /** Says what the answer to a switch has to say, by what was said before. */
  private static String promise(Map<String, JsonNode> tried) {
    int redirectable = places(tried, site -> site.get("redirectable").asBoolean()).size();
    return "Client: " + redirectable + " of " + tried.size() + " call sites can be redirected; ";
  }

  /** Call sites by the reason why they stay as they are. */
  private static Map<String, Long> kept(Map<String, JsonNode> tried) {
    return tried.values().stream()
        .filter(site -> !site.get("redirectable").asBoolean())
        .collect(Collectors.groupingBy(site -> site.get("reason").asText(), Collectors.counting()));
  }

  private static long calls(JsonNode site) {
    return Stream.of("constructions", "redirects", "failed", "refusals")
        .mapToLong(key -> site.get(key).asLong())
        .sum();
  }

  /** By sites that can be redirected. */
  private static long constructions(Map<String, JsonNode> sites) {
    return sites.values().stream()
        .filter(site -> site.get("redirectable").asBoolean())
        .mapToLong(site -> site.get("constructions").asLong())
        .sum();
  }

  private static Map<String, Long> redirects(Map<String, JsonNode> sites) {
    return values(sites, site -> site.get("redirects").asLong());
  }

  private static <T> Map<String, T> values(
      Map<String, JsonNode> sites, Function<JsonNode, T> value) {
    Map<String, T> values = new TreeMap<>();
    sites.forEach((place, site) -> values.put(place, value.apply(site)));
    return values;
  }

  private static String place(JsonNode site) {
    return "%s:%s %s"
        .formatted(site.get("file").asText(), site.get("line").asText(), site.get("kind").asText());
  }

  /** The places of those call sites, as lines of the log have them. */
  private static Set<String> places(Map<String, JsonNode> sites, Predicate<JsonNode> which) {
    return sites.entrySet().stream()
        .filter(each -> which.test(each.getValue()))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  /** The places whose line in the log goes on like that. */
  private Set<String> verdicts(String text) {
    Pattern verdict = Pattern.compile("\\((\\w+\\.java:\\d+)\\) \\((\\S+)\\) " + text);
    return verdict
        .matcher(running.printed(0).err())
        .results()
        .map(line -> line.group(1) + " " + line.group(2))
        .collect(Collectors.toSet());
  }

  private List<String> lines(String... texts) {
    return running
        .printed(0)
        .err()
        .lines()
        .filter(line -> Stream.of(texts).anyMatch(line::contains))
        .toList();
  }

  /** Compares report, scrape, MBean, health and the page with each other. */
  private void assertThatOutputsAgree(JmxClient client) throws Exception {
    running.await(
        () -> served().node().equals(reported(client).node()), "same report"); // samples take time
    Report.Target report = served();
    CompositeData row = client.target(CLIENT);
    assertThat(row.get("redirects")).isEqualTo(report.redirects());
    assertThat(row.get("duplicates")).isEqualTo(report.duplicates());
    assertThat(row.get("failed")).isEqualTo(sum(report, "failed"));
    assertThat(row.get("refusals")).isEqualTo(sum(report, "refusals"));
    assertThat(row.get("callSites")).isEqualTo((int) toFix(report));
    String reason = report.node().get("canonical").get("reason").asText();
    assertThat(String.valueOf(row.get("canonicalReason"))).isEqualTo(reason);
    assertThat(get("health").contains(report.duplicates() + " duplicates of " + CLIENT))
        .isEqualTo(report.duplicates() > 1);
    if (SENTENCES.containsKey(reason)) {
      assertThat(get("health")).contains(SENTENCES.get(reason), "nothing is redirected");
      assertThat(get("report?format=text")).contains(SENTENCES.get(reason));
    }
    // The agent asks a provider that fails again in the meantime, and counts that.
    running.await(() -> series().equals(series(served())), "scrape like the report");
  }

  private Report.Target served() {
    try {
      return new Report(new ObjectMapper().readTree(get("report"))).target(CLIENT);
    } catch (IOException unreadable) {
      throw new AssertionError(unreadable);
    }
  }

  private static Report.Target reported(JmxClient client) {
    try {
      return client.report().target(CLIENT);
    } catch (Exception unreadable) {
      throw new AssertionError(unreadable);
    }
  }

  private static long toFix(Report.Target report) {
    return report.allSites().filter(site -> !site.get("allowed").asBoolean()).count();
  }

  private static long sum(Report.Target report, String key) {
    return report.allSites().mapToLong(site -> site.get(key).asLong()).sum();
  }

  /** What the scrape has to say, by the report; all groups together. */
  private static Map<String, Long> series(Report.Target report) {
    Map<String, Long> series = new TreeMap<>(report.failures());
    series.put("ssot_constructions_total", report.constructions());
    series.put("ssot_constructions_failed_total", sum(report, "failed"));
    series.put("ssot_constructions_refused_total", sum(report, "refusals"));
    series.put("ssot_redirects_total", report.redirects());
    series.put("ssot_call_sites", toFix(report));
    series.put("ssot_duplicates", report.duplicates());
    series.put("ssot_instances", report.live());
    return series;
  }

  private Map<String, Long> series() {
    Map<String, Long> series = new TreeMap<>();
    for (Matcher each = SERIES.matcher(get("metrics")); each.find(); ) {
      String tags = each.group(2);
      if (tags.contains("target=") && !each.group(1).matches("ssot_(guarded.*|enforcing|churn)")) {
        boolean failure = each.group(1).equals("ssot_redirect_failures_total");
        String name = failure ? tags.replaceFirst("reason=\"([^\"]+)\".*", "$1") : each.group(1);
        series.merge(name, Math.round(Double.parseDouble(each.group(3))), Long::sum);
      }
    }
    return series;
  }

  private String get(String path) {
    try {
      return ServedJvm.get(running, path);
    } catch (Exception failed) {
      throw new AssertionError(failed);
    }
  }
}
