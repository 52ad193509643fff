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
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * A client per request is found though each is collected. A rate needs a minute, so this runs with
 * the profile {@code proofs}; {@code ChurnTest} and {@code ConstructionRateTest} have the rule.
 */
@EnabledIfSystemProperty(named = "proofs", matches = "long")
final class ChurnIT {
  private static final String FACADE = "fixtures.outcome.PerRequest$Facade";
  private static final FixtureSource SOURCE = FixtureSource.of("fixtures.outcome.PerRequest");
  private static final Pattern PER_MINUTE =
      Pattern.compile("(\\d+) constructions per minute from 1 call site");
  private static final Pattern SCRAPED = Pattern.compile("ssot_churn\\{target=\"(.*)\"} (\\S+)");

  @TempDir private Path temp;

  @Test
  void a_client_per_request_is_said_everywhere_by_the_same_number() throws Exception {
    List<Jdk> jdks = Jdks.all().toList();
    List<RunningJvm> both = new ArrayList<>();
    try {
      both.add(start(jdks.get(0)));
      both.add(start(jdks.get(jdks.size() - 1)));
      for (RunningJvm running : both) {
        check(running.awaitOutput("collected"));
      }
      Files.createFile(temp.resolve("end"));
      for (RunningJvm running : both) {
        assertThat(running.awaitEnd().err()).containsPattern("no duplicates.*; " + PER_MINUTE);
      }
    } finally {
      both.forEach(RunningJvm::close);
    }
  }

  private RunningJvm start(Jdk jdk) throws Exception {
    return ForkedJvm.on(jdk)
        .within(Duration.ofMinutes(4))
        .withAgent(
            "targets=" + FACADE,
            "canonical=fixtures.outcome.PerRequest$Pooled#CLIENTS",
            "allow=fixtures.outcome.PerRequest$Factory",
            "log=stderr",
            "http=0")
        .start("fixtures.outcome.PerRequest", temp.resolve("end").toString());
  }

  /** The rate moves twice a minute: what is said between two equal reports is said of both. */
  private void check(RunningJvm running) throws Exception {
    try (JmxClient client = JmxClient.of(running)) {
      Report.Target before;
      Report.Target after = report(running);
      List<Long> said = new ArrayList<>();
      do {
        before = after;
        said.clear();
        said.add((Long) client.target(FACADE).get("churn"));
        said.add(first(SCRAPED, 2, ServedJvm.get(running, "metrics")));
        said.add(first(PER_MINUTE, 1, ServedJvm.get(running, "health")));
        said.add(first(PER_MINUTE, 1, ServedJvm.get(running, "report?format=text")));
        said.add(first(PER_MINUTE, 1, ServedJvm.get(running, "report?format=markdown")));
        said.add(first(PER_MINUTE, 1, ServedJvm.get(running, "report?format=html")));
        after = report(running);
      } while (!before.node().equals(after.node()));

      assertThat(said).containsOnly(after.node().get("churn").asLong());
      assertThat(said.get(0)).isGreaterThanOrEqualTo(10);
      assertThat(after.duplicates()).isZero();
      assertThat(site(after, "request").get("perMinute").asDouble())
          .as("those that may construct are left out")
          .isBetween(said.get(0) - 0.5, said.get(0) + 0.5);
    }
    JsonNode health = new ObjectMapper().readTree(ServedJvm.get(running, "health"));
    assertThat(health.get("status").asText()).isEqualTo("DEGRADED");
    assertThat(health.get("reasons"))
        .singleElement()
        .extracting(JsonNode::asText)
        .asString()
        .startsWith(FACADE + " is made again and again: ");
  }

  private static Report.Target report(RunningJvm running) throws Exception {
    return new Report(new ObjectMapper().readTree(ServedJvm.get(running, "report"))).target(FACADE);
  }

  private static JsonNode site(Report.Target target, String mark) {
    return target
        .allSites()
        .filter(site -> site.get("line").asInt() == SOURCE.line(mark))
        .findFirst()
        .orElseThrow();
  }

  private static Long first(Pattern pattern, int group, String text) {
    Matcher matcher = pattern.matcher(text);
    assertThat(matcher.find()).as(text).isTrue();
    return Math.round(Double.parseDouble(matcher.group(group)));
  }
}
