package dev.ssot.dist.safety;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ssot.dist.ForkedJvm;
import dev.ssot.dist.Jdk;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The agent costs next to nothing until a target shows up: what it would disturb, or what is heavy,
 * is not loaded before the first class that names one.
 */
final class LawThreeIT {
  private static final Pattern LOADED =
      Pattern.compile("(?m)^(?:\\[Loaded |\\[[^\\n]*?class,load\\S*\\s*\\] )([\\w.$/]+) ");

  private static final Pattern HEAVY =
      Pattern.compile(
          "dev\\.ssot\\.(engine|cli)\\..*|net\\.bytebuddy\\..*|io\\.micrometer\\..*|io\\.prometheus\\..*|org\\.slf4j\\..*"
              + "|com\\.fasterxml\\..*|org\\.snakeyaml\\..*|java\\.util\\.logging\\..*|jdk\\.jfr\\..*"
              + "|javax\\.management\\..*|java\\.lang\\.management\\..*|sun\\.management\\..*"
              + "|javax\\.xml\\..*|com\\.sun\\.org\\.apache\\.xerces\\..*"
              + "|java\\.util\\.ServiceLoader.*");

  /** What no class waits for: ways out, and what the JVM generates for lambdas of ours. */
  private static final Pattern UNHURRIED =
      Pattern.compile(
          "dev\\.ssot\\..*\\$\\$Lambda.*|dev\\.ssot\\.engine\\.(command|config|http|jmx|report|snapshot)\\..*"
              + "|java\\.util\\.(regex|stream)\\..*|java\\.util\\.Formatter.*");

  /** What was loaded, run by run: two tests look at the same ones. */
  private static final Map<List<Object>, String> LOGS = new ConcurrentHashMap<>();

  @ParameterizedTest
  @MethodSource("dev.ssot.dist.Jdks#all")
  void an_application_without_a_target_loads_nothing_heavy(Jdk jdk) {
    Set<String> loaded = loaded(run(jdk, "fixtures.Hello", "targets=no.such.Target"));
    loaded.removeAll(loaded(withoutAgent(jdk, "fixtures.Hello")));

    assertThat(loaded)
        .contains("dev.ssot.bootstrap.SsotAgent")
        .doesNotContain("java.lang.SsotDispatch");
    assertThat(loaded).noneMatch(name -> HEAVY.matcher(name).matches());
  }

  @ParameterizedTest
  @MethodSource("dev.ssot.dist.Jdks#all")
  void the_engine_is_loaded_no_sooner_than_a_class_that_names_a_target(Jdk jdk) {
    List<String> loaded =
        List.copyOf(loaded(run(jdk, "fixtures.life.Late", "targets=fixtures.life.Pool")));

    assertThat(loaded)
        .contains("fixtures.life.Shop", "java.lang.SsotDispatch", "dev.ssot.engine.Engine");
    Set<String> before =
        new LinkedHashSet<>(loaded.subList(0, loaded.indexOf("fixtures.life.Late") + 1));
    before.removeAll(loaded(withoutAgent(jdk, "fixtures.life.Late")));
    assertThat(before).isNotEmpty().noneMatch(name -> HEAVY.matcher(name).matches());
  }

  /** What the engine needs of its own it may load; the application's start is not disturbed. */
  @ParameterizedTest
  @MethodSource("dev.ssot.dist.Jdks#all")
  void even_with_a_target_no_logging_and_no_management_is_loaded_for_the_agent(Jdk jdk) {
    Set<String> loaded = loaded(run(jdk, "fixtures.life.Late", "targets=fixtures.life.Pool"));
    loaded.removeAll(loaded(withoutAgent(jdk, "fixtures.life.Late")));

    assertThat(loaded)
        .contains("dev.ssot.engine.Engine")
        .noneMatch(
            name -> name.matches("java\\.util\\.logging\\..*|javax\\.management\\.MBeanServer.*"))
        .noneMatch(name -> name.matches("java\\.lang\\.management\\..*|javax\\.xml\\..*"));
  }

  /** What is loaded later, on the agent's thread, begins with {@code Upkeep}. */
  @ParameterizedTest
  @MethodSource("dev.ssot.dist.Jdks#all")
  void a_class_that_names_a_target_waits_for_what_weaves_and_counts_alone(Jdk jdk) {
    for (String mode : List.of("observe", "dry-run", "enforce")) {
      List<String> loaded =
          List.copyOf(
              loaded(run(jdk, "fixtures.life.Late", "targets=fixtures.life.Pool,mode=" + mode)));
      Set<String> awaited =
          new LinkedHashSet<>(
              loaded.subList(
                  loaded.indexOf("dev.ssot.engine.Engine"),
                  loaded.indexOf("dev.ssot.engine.Upkeep")));
      awaited.removeAll(loaded(withoutAgent(jdk, "fixtures.life.Late")));

      assertThat(awaited)
          .as(mode)
          .contains("dev.ssot.engine.Engine", "dev.ssot.engine.dispatch.EngineDispatch")
          .noneMatch(name -> UNHURRIED.matcher(name).matches());
    }
  }

  private static String run(Jdk jdk, String mainClass, String... options) {
    return LOGS.computeIfAbsent(
        List.of(jdk, mainClass, List.of(options)),
        absent -> verbose(jdk).withAgent(options).run(mainClass).out());
  }

  private static String withoutAgent(Jdk jdk, String mainClass) {
    return LOGS.computeIfAbsent(
        List.of(jdk, mainClass), absent -> verbose(jdk).run(mainClass).out());
  }

  private static ForkedJvm verbose(Jdk jdk) {
    return ForkedJvm.on(jdk)
        .withArguments(jdk.version() == 8 ? "-verbose:class" : "-Xlog:class+load");
  }

  /** In the order in which they were loaded. */
  private static Set<String> loaded(String log) {
    Set<String> names = new LinkedHashSet<>();
    Matcher matcher = LOADED.matcher(log);
    while (matcher.find()) {
      names.add(matcher.group(1));
    }
    return names;
  }
}
