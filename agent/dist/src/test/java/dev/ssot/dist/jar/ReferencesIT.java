package dev.ssot.dist.jar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ssot.dist.PackagedJar;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Nothing that our classes name was left out of the jar. */
final class ReferencesIT {
  private static final String DISPATCH = "java/lang/SsotDispatch";

  /** The JVM never misses one. */
  private static final Pattern ANNOTATION =
      Pattern.compile(
          "org/jspecify/annotations/.*|javax/annotation/.*|io/prometheus/metrics/annotations/.*"
              + "|io/micrometer/common/lang/.*");

  private static final Set<String> LEFT_OUT =
      Set.of(
          "io/micrometer/core/instrument/distribution/TimeWindowPercentileHistogram",
          "io/prometheus/metrics/tracer/initializer/SpanContextSupplier");

  private final Map<String, byte[]> visible = PackagedJar.visibleClasses();
  private final Map<String, byte[]> hidden = PackagedJar.hiddenClasses();

  @Test
  void every_class_that_a_hidden_class_of_ours_names_is_in_the_jar_or_the_jdk() {
    assertThat(hidden.keySet()).anyMatch(ReferencesIT::isOurs);
    assertThat(
            missing(
                ReferencesIT::isOurs,
                name -> visible.containsKey(name) || hidden.containsKey(name) || isOfTheJdk(name)))
        .isEmpty();
  }

  @Test
  void what_is_there_of_byte_buddy_names_nothing_that_was_left_out() {
    assertThat(hidden.keySet()).anyMatch(name -> name.startsWith("net/bytebuddy/jar/asm/"));
    assertThat(
            missing(
                name -> name.startsWith("net/bytebuddy/"),
                name -> hidden.containsKey(name) || isOfTheJdk(name)))
        .isEmpty();
  }

  /** What was left out is for timers and traces; the agent has neither. */
  @Test
  void whatever_a_scrape_may_lead_to_is_there_but_for_timers_and_traces() {
    Set<String> reached = reachedFrom("dev/ssot/engine/metrics/scrape/ScrapeRegistry");
    assertThat(reached)
        .contains(
            "io/prometheus/metrics/expositionformats/PrometheusTextFormatWriter",
            "io/prometheus/metrics/expositionformats/OpenMetricsTextFormatWriter");

    reached.removeIf(name -> hidden.containsKey(name) || isOfTheJdk(name));
    reached.removeIf(name -> visible.containsKey(name) || ANNOTATION.matcher(name).matches());
    assertThat(reached)
        .allMatch(name -> name.startsWith("org/LatencyUtils/") || LEFT_OUT.contains(name));
  }

  private Set<String> reachedFrom(String first) {
    Set<String> reached = new TreeSet<>();
    Deque<String> next = new ArrayDeque<>(Set.of(first));
    while (!next.isEmpty()) {
      String name = next.pop();
      if (reached.add(name) && hidden.containsKey(name)) {
        next.addAll(References.of(hidden.get(name)));
      }
    }
    return reached;
  }

  @Test
  void visible_classes_name_the_jdk_and_each_other_alone() {
    Map<String, Set<String>> strangers = new TreeMap<>();
    visible.forEach(
        (name, file) ->
            strangers.put(
                name, without(file, other -> visible.containsKey(other) || isOfTheJdk(other))));
    strangers.values().removeIf(Set::isEmpty);

    assertThat(strangers).isEmpty();
  }

  @Test
  void the_dispatch_class_names_the_jdk_alone() {
    assertThat(without(hidden.get(DISPATCH), name -> name.equals(DISPATCH) || isOfTheJdk(name)))
        .isEmpty();
  }

  private Map<String, Set<String>> missing(Predicate<String> from, Predicate<String> known) {
    Map<String, Set<String>> missing = new TreeMap<>();
    hidden.forEach(
        (name, file) -> {
          if (from.test(name)) {
            missing.put(name, without(file, known));
          }
        });
    missing.values().removeIf(Set::isEmpty);
    return missing;
  }

  private static Set<String> without(byte[] classFile, Predicate<String> known) {
    Set<String> names = new TreeSet<>(References.of(classFile));
    names.removeIf(known);
    return names;
  }

  private static boolean isOurs(String name) {
    return name.startsWith("dev/ssot/");
  }

  private static boolean isOfTheJdk(String name) {
    try {
      Class.forName(name.replace('/', '.'), false, ClassLoader.getPlatformClassLoader());
      return true;
    } catch (ClassNotFoundException absent) {
      return false;
    }
  }
}
