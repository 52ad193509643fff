package dev.ssot.demo.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ssot.demo.CallSite;
import dev.ssot.demo.load.LoadPlan;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/**
 * The redirecting agent in one JVM with OpenTelemetry, JaCoCo and AspectJ's load-time weaver, which
 * change the same classes: in front of them on the command line and behind.
 */
@EnabledIfSystemProperty(
    named = Neighbours.JARS,
    matches = ".+",
    disabledReason = "runs with -Pneighbours")
class NeighboursIT {
  private static final LoadPlan LOAD = new LoadPlan("", 8, 2);
  private static final int SIGTERM = 143;

  private static final Pattern CENSUS = Pattern.compile("census: asked (\\d+), made (\\d+)");

  /** As the JVM calls what a class file that was changed badly ends in. */
  private static final Pattern LINKAGE =
      Pattern.compile(
          "(Linkage|Verify|Class(Format|Change|Circularity|Version)|IllegalAccess"
              + "|NoClassDefFound|NoSuch(Method|Field)|(Abstract|Bootstrap)Method)Error");

  private static final Map<Boolean, Neighbourhood> SEEN = new HashMap<>();

  @BeforeAll
  static void play_it_in_both_orders(@TempDir Path first, @TempDir Path last) throws Exception {
    SEEN.put(true, Neighbourhood.observe(true, LOAD, first));
    SEEN.put(false, Neighbourhood.observe(false, LOAD, last));
  }

  @ParameterizedTest(name = "agent first: {0}")
  @ValueSource(booleans = {true, false})
  void every_session_works_on_one_instance_with_one_pool(boolean agentFirst) {
    Figures figures = SEEN.get(agentFirst).figures();

    assertThat(figures.worked()).isEqualTo(LOAD.sessions());
    assertThat(figures.closed1011()).isZero();
    assertThat(figures.instances()).isOne();
    assertThat(figures.pools()).isOne();
    assertThat(figures.redisClients()).isEqualTo(figures.poolSize());
  }

  @ParameterizedTest(name = "agent first: {0}")
  @ValueSource(booleans = {true, false})
  void the_report_has_each_line_of_the_sources_as_redirected(boolean agentFirst) {
    Neighbourhood seen = SEEN.get(agentFirst);
    List<JsonNode> sites = sites(seen);

    assertThat(sites).allMatch(site -> site.get("redirects").asInt() > 0);
    assertThat(sites.stream().map(NeighboursIT::place).collect(Collectors.toSet()))
        .isEqualTo(Set.copyOf(CallSite.inTheSources()));
    assertThat(seen.target().get("redirects").asInt()).isEqualTo(redirects(sites));
    assertThat(seen.target().get("failures")).isEmpty();
    assertThat(seen.target().get("notWoven")).isEmpty();
  }

  /** It sees calls that are written with {@code new}, not references to a method or reflection. */
  @ParameterizedTest(name = "agent first: {0}")
  @ValueSource(booleans = {true, false})
  void aspectj_counts_what_the_report_says(boolean agentFirst) {
    Neighbourhood seen = SEEN.get(agentFirst);
    Matcher census = CENSUS.matcher(seen.output());
    int made = seen.target().get("constructions").asInt();
    List<JsonNode> written =
        sites(seen).stream().filter(site -> site.get("kind").asString().equals("new")).toList();

    assertThat(census.find()).as(seen.output()).isTrue();
    assertThat(made).isOne();
    assertThat(Integer.parseInt(census.group(2))).isEqualTo(made);
    assertThat(Integer.parseInt(census.group(1))).isEqualTo(redirects(written) + made);
  }

  @ParameterizedTest(name = "agent first: {0}")
  @ValueSource(booleans = {true, false})
  void jacoco_knows_its_classes_again_and_what_ran_of_them(boolean agentFirst) {
    assertThat(SEEN.get(agentFirst).coverage())
        .doesNotContain("not match")
        .containsPattern(",RedisManager,\\d+,[1-9]")
        .containsPattern(",WebSocketManager,0,[1-9]");
  }

  @ParameterizedTest(name = "agent first: {0}")
  @ValueSource(booleans = {true, false})
  void opentelemetry_traces_the_service_and_its_redis(boolean agentFirst) {
    assertThat(SEEN.get(agentFirst).output())
        .contains("opentelemetry-javaagent - version:")
        .contains("[tracer: io.opentelemetry.tomcat", "[tracer: io.opentelemetry.jedis");
  }

  @ParameterizedTest(name = "agent first: {0}")
  @ValueSource(booleans = {true, false})
  void nothing_fails_and_the_end_is_orderly(boolean agentFirst) {
    Neighbourhood seen = SEEN.get(agentFirst);

    assertThat(seen.output().lines()).noneMatch(line -> LINKAGE.matcher(line).find());
    assertThat(seen.errors()).isZero();
    assertThat(seen.exitCode()).isEqualTo(SIGTERM);
  }

  private static List<JsonNode> sites(Neighbourhood seen) {
    return seen.target()
        .get("sites")
        .valueStream()
        .filter(site -> !site.get("allowed").asBoolean())
        .toList();
  }

  private static int redirects(List<JsonNode> sites) {
    return sites.stream().mapToInt(site -> site.get("redirects").asInt()).sum();
  }

  private static CallSite place(JsonNode site) {
    return new CallSite(
        site.get("group").asString().substring(0, 2),
        site.get("file").asString(),
        site.get("line").asInt());
  }
}
