package dev.ssot.dist.enforce;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ssot.dist.FixtureSource;
import dev.ssot.dist.ForkedJvm;
import dev.ssot.dist.Jdk;
import dev.ssot.dist.Jdks;
import dev.ssot.dist.Report;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What is said of a call site, in whatever way it constructs, before anything is redirected is what
 * is done to it then, and the reason stays the same.
 */
final class TruthIT {
  private static final String ASKING = "fixtures.enforce.Asking";
  private static final FixtureSource CALLS = FixtureSource.of(ASKING);
  private static final FixtureSource TARGET = FixtureSource.of("fixtures.enforce.Known");
  private static final long TIMES = 3;

  /** Under {@code first} the instance would have to come from there. */
  private static final String ALLOW = "allow=fixtures.enforce.Asking$Factory";

  private static final String HIDDEN = CALLS.site("call of serializable", "method-handle");

  /** Of sites that stay as they are under each of the options below. */
  private static final Map<String, String> ALWAYS =
      Map.of(CALLS.site("factory", "new"), "factory-method", HIDDEN, "hidden-class");

  private static final Set<String> WITH_ARGUMENTS =
      Set.of(
          CALLS.site("argument", "new"),
          CALLS.site("arguments", "new"),
          CALLS.site("open argument", "new"),
          CALLS.site("reference with argument", "method-reference"),
          CALLS.site("reflection with argument", "reflection"),
          CALLS.site("reflection with arguments", "reflection"),
          CALLS.site("handle with argument", "method-handle"));

  private static final String CONFIGURED = CALLS.site("configured", "new");

  @TempDir private Path temp;

  static Stream<Arguments> runs() {
    return Jdks.oldestAndNewest()
        .flatMap(
            jdk ->
                Stream.of("arguments=keep", "arguments=key,configured=ignore")
                    .map(options -> Arguments.of(jdk, options)));
  }

  static Stream<Arguments> more() {
    return Stream.of(
            "arguments=ignore",
            "jdk.hooks=false",
            "canonical=first",
            "canonical=first,configured=ignore",
            "canonical=first,configured=ignore,arguments=key",
            "canonical=fixtures.enforce.Nowhere#get()",
            "canonical=fixtures.enforce.Cache#nothing()",
            "canonical=fixtures.enforce.Known#NOWHERE",
            "canonical=fixtures.enforce.Nowhere#INSTANCE,configured=ignore,arguments=key")
        .map(options -> Arguments.of(Jdks.running(), options));
  }

  @ParameterizedTest(name = "{1} on {0}")
  @MethodSource({"runs", "more"})
  void what_is_said_before_is_what_is_done(Jdk jdk, String options) {
    Map<String, JsonNode> observed = sites(jdk, "observe", options);
    Map<String, JsonNode> tried = sites(jdk, "dry-run", options);
    Map<String, JsonNode> enforced = sites(jdk, "enforce", options);

    assertThat(reasons(observed)).isEqualTo(expected(observed.keySet(), options));
    assertThat(reasons(tried)).isEqualTo(reasons(observed));
    assertThat(reasons(enforced)).isEqualTo(reasons(observed));
    calls(observed)
        .forEach((place, calls) -> assertThat(calls).as(place).isEqualTo(expectedCalls(place)));
    assertThat(calls(tried)).isEqualTo(calls(observed));
    assertThat(calls(enforced)).isEqualTo(calls(observed));
    assertThat(redirected(observed)).isEmpty();
    assertThat(redirected(tried)).isEmpty();
    assertThat(redirectable(tried)).isEqualTo(redirectable(observed));
    assertThat(redirected(enforced)).isEqualTo(redirectable(observed));
    assertThat(constructedByThese(enforced)).isEqualTo(firstOnes(options));
  }

  /** Providers that are none, are no good, or make what they were asked for. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        ".Nope#get()",
        "$Only$Wrong#own()",
        "$Only$Changing#get()",
        "$Only$Failing#get()",
        "$Only#NOWHERE"
      })
  void of_a_provider_that_is_no_good_the_same_is_said_before(String member) throws Exception {
    Path end = Files.createFile(temp.resolve("end"));
    Map<String, JsonNode> tried = sources("dry-run", member, end);
    Map<String, JsonNode> enforced = sources("enforce", member, end);

    assertThat(reasons(enforced)).isEqualTo(reasons(tried));
    assertThat(redirected(tried)).isEmpty();
    assertThat(redirected(enforced)).isEqualTo(redirectable(tried));
    assertThat(calls(enforced)).isEqualTo(calls(tried));
  }

  private Map<String, JsonNode> sources(String mode, String member, Path end) throws Exception {
    String target = "fixtures.life.Sources$Only";
    Path report = temp.resolve(mode + ".json");
    ForkedJvm.Exit exit =
        ForkedJvm.on(Jdks.running())
            .withAgent(
                "targets=" + target,
                "mode=" + mode,
                "canonical=fixtures.life.Sources" + member,
                "canonical.wait=60s",
                "log=stderr",
                "report=" + report)
            .run("fixtures.life.Sources", end.toString());
    assertThat(exit.code()).as(exit.err()).isZero();
    assertThat(exit.err().contains("is redirected to ")).isEqualTo(exit.err().contains("stand-in"));
    return Report.read(report)
        .target(target)
        .allSites()
        .collect(Collectors.toMap(TruthIT::place, site -> site));
  }

  private static long expectedCalls(String place) {
    return place.equals(TARGET.site("instance", "new")) ? 1 : TIMES;
  }

  /** Whatever they were answered with. */
  private static Map<String, Long> calls(Map<String, JsonNode> sites) {
    Map<String, Long> calls = new TreeMap<>();
    sites.forEach(
        (place, site) ->
            calls.put(place, site.get("constructions").asLong() + site.get("redirects").asLong()));
    return calls;
  }

  private static Map<String, String> expected(Set<String> places, String options) {
    Map<String, String> reasons = new HashMap<>();
    places.forEach(place -> reasons.put(place, expected(place, options)));
    return reasons;
  }

  private static String expected(String place, String options) {
    boolean hooked = place.endsWith("reflection") || place.endsWith("method-handle");
    if (ALWAYS.containsKey(place)) {
      return ALWAYS.get(place);
    }
    if (place.equals(CALLS.site("allowed", "new"))) {
      return options.contains("first") ? unlessConfigurable(options) : "allowed";
    }
    if (place.startsWith("Known.java")) {
      return "inside-target";
    }
    if (hooked && options.contains("jdk.hooks=false")) {
      return "jdk-hooks-off";
    }
    if (WITH_ARGUMENTS.contains(place) && !options.contains("arguments=ignore")) {
      boolean plain = !place.equals(CALLS.site("open argument", "new"));
      boolean keyed = options.contains("arguments=key") && !hooked;
      return keyed && plain ? "null" : keyed ? "arguments-not-plain" : "arguments";
    }
    boolean configured = place.equals(CONFIGURED) && !options.contains("configured=ignore");
    return configured ? "configured-after-construction" : unlessConfigurable(options);
  }

  /**
   * Its objects can be configured by anyone, so that the first is not the right one for all; what
   * does not exist is right for nobody.
   */
  private static String unlessConfigurable(String options) {
    if (options.contains("canonical=fixtures")) {
      return "canonical-absent";
    }
    return isRefused(options) ? "configurable" : "null";
  }

  private static boolean isRefused(String options) {
    return options.contains("canonical=first") && !options.contains("configured=ignore");
  }

  /** One of all, and with {@code key} one for each of the two lists of arguments. */
  private static long firstOnes(String options) {
    if (isRefused(options)) {
      return 0;
    }
    return (options.contains("canonical=first") ? 1L : 0L) + (options.contains("key") ? 2L : 0L);
  }

  private static Map<String, String> reasons(Map<String, JsonNode> sites) {
    Map<String, String> reasons = new TreeMap<>();
    sites.forEach((place, site) -> reasons.put(place, site.get("reason").asText()));
    return reasons;
  }

  private static Set<String> redirectable(Map<String, JsonNode> sites) {
    return places(sites, site -> site.get("redirectable").asBoolean());
  }

  private static Set<String> redirected(Map<String, JsonNode> sites) {
    return places(sites, site -> site.get("redirects").asLong() > 0);
  }

  private static Set<String> places(Map<String, JsonNode> sites, Predicate<JsonNode> which) {
    return sites.entrySet().stream()
        .filter(each -> which.test(each.getValue()))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  /** What redirected sites have constructed nevertheless. */
  private static long constructedByThese(Map<String, JsonNode> sites) {
    return sites.values().stream()
        .filter(site -> site.get("redirects").asLong() > 0)
        .mapToLong(site -> site.get("constructions").asLong())
        .sum();
  }

  private Map<String, JsonNode> sites(Jdk jdk, String mode, String options) {
    Path report = temp.resolve("report.json");
    ForkedJvm.Exit exit =
        ForkedJvm.on(jdk)
            .withAgent(
                "targets=fixtures.enforce.Known",
                "mode=" + mode,
                options,
                options.contains("first") ? "live.limit=100" : ALLOW,
                "canonical.wait=60s",
                "log=stderr",
                "report=" + report)
            .run(ASKING);
    assertThat(exit.code()).as(exit.err()).isZero();
    assertThat(exit.err()).doesNotContain("the agent failed");
    Map<String, JsonNode> sites =
        Report.read(report)
            .target("fixtures.enforce.Known")
            .allSites()
            .collect(
                Collectors.toMap(TruthIT::place, site -> site, (one, other) -> one, TreeMap::new));
    if (jdk.version() == 8) {
      sites.remove(HIDDEN); // taken for a method handle, as the documentation says
    }
    return sites;
  }

  private static String place(JsonNode site) {
    return "%s:%s %s"
        .formatted(site.get("file").asText(), site.get("line").asText(), site.get("kind").asText());
  }
}
