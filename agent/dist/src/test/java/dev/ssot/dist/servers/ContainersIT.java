package dev.ssot.dist.servers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ssot.dist.ForkedJvm;
import dev.ssot.dist.Jdk;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Dependency injection: what a container makes once is one instance, however it makes it. */
final class ContainersIT {
  @TempDir Path temp;

  static Stream<Jdk> jdks() {
    return Software.oldestAndNewest(8);
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void a_proxy_of_spring_is_no_duplicate(Jdk jdk) throws Exception {
    Reported report = watch(jdk, "spring", "SpringApplication", "springs.*");

    JsonNode configuration = report.target("springs.Configured");
    assertThat(configuration.get("constructions").asInt()).isZero();
    assertThat(configuration.get("instances").get("duplicates").asInt()).isZero();
    assertThat(configuration.get("subclasses").fieldNames())
        .toIterable()
        .singleElement()
        .asString()
        .startsWith("springs.Configured$$EnhancerBySpringCGLIB$$");
    JsonNode pool = report.target("springs.Pool");
    assertThat(pool.get("constructions").asInt()).isOne();
    assertThat(pool.get("instances").get("duplicates").asInt()).isZero();
    assertThat(pool.get("sites").get(0).get("method").asText()).isEqualTo("pool");
    JsonNode component = report.target("springs.Component");
    assertThat(component.get("constructions").asInt()).isOne();
    assertThat(component.get("sites").get(0).get("kind").asText()).isEqualTo("reflection");
    assertThat(component.get("sites").get(0).get("class").asText())
        .isEqualTo("springs.SpringApplication");
    assertThat(component.get("sites").get(0).get("via").asText())
        .startsWith("org.springframework.beans.BeanUtils.");
    // Its proxy was made without a constructor.
    assertThat(component.get("subclasses")).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void what_guice_makes_goes_through_guice_or_what_it_generates(Jdk jdk) throws Exception {
    Reported report = watch(jdk, "guice", "GuiceApplication", "guices.*");

    JsonNode shared = report.target("guices.Shared");
    assertThat(shared.get("constructions").asInt()).isOne();
    JsonNode each = report.target("guices.Each");
    assertThat(each.get("constructions").asInt()).isEqualTo(2);
    assertThat(shared.get("sites")).hasSize(1);
    assertThat(shared.get("sites").get(0).get("class").asText())
        .isEqualTo("guices.GuiceApplication");
    assertThat(shared.get("sites").get(0).get("via").asText())
        .startsWith("com.google.inject.internal.");
    assertThat(shared.get("sites").get(0).get("kind").asText()).isEqualTo("reflection");
    // Guice writes a class that calls the constructor, where the access rules allow it.
    assertThat(each.get("sites")).hasSize(2);
    assertThat(each.get("sites").get(0).get("via").asText())
        .startsWith("guices.Each$$FastClassByGuice$$");
    assertThat(each.get("sites").get(0).get("allowed").asBoolean()).isFalse();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void a_context_ends_the_shared_bean_that_it_owns_and_nobody_else_does(Jdk jdk) throws Exception {
    List<Path> classPath = new ArrayList<>(Software.library("spring"));
    Path classes = Files.createDirectories(temp.resolve("classes"));
    classPath.add(Software.compile("GuardedApplication.java", classPath, classes));
    Path file = temp.resolve("ssot.json");

    for (String end : List.of("close", "hook")) {
      ForkedJvm.Exit exit =
          ForkedJvm.on(jdk)
              .withClassPath(classPath.toArray(Path[]::new))
              .withAgent(
                  "targets=guardeds.Pool",
                  "mode=enforce",
                  "canonical=first",
                  "allow=guardeds.Configured",
                  "report=" + file,
                  "log=stderr")
              .run("guardeds.GuardedApplication", end);

      assertThat(exit.code()).as("%s", exit).isZero();
      assertThat(exit.out().lines())
          .as("%s", exit)
          .containsExactly(
              "main has the bean: true",
              "main has closed it",
              "the holder has closed it",
              "closed for real");
      assertThat(Reported.read(file).target("guardeds.Pool").get("guarded").asInt()).isEqualTo(2);
    }
  }

  /** The bean is the canonical instance because its configuration class alone may construct. */
  @ParameterizedTest
  @MethodSource("jdks")
  void strays_get_the_bean_of_spring(Jdk jdk) throws Exception {
    ForkedJvm.Exit exit =
        enforce(jdk, "spring", "SpringStrays", "springstrays.Pool", "springstrays.Configured");

    assertThat(exit.out().lines())
        .containsExactly("before false", "bean true", "after true", "reference true", "made 2");
    JsonNode pool = Reported.read(temp.resolve("ssot.json")).target("springstrays.Pool");
    assertThat(pool.get("constructions").asInt()).isEqualTo(2);
    assertThat(pool.get("redirects").asInt()).isEqualTo(2);
    assertThat(pool.get("failures").get("canonical-not-made").asInt()).isOne();
    assertThat(pool.get("canonical").get("birth").get("site").asText())
        .startsWith("SpringStrays.java:");
  }

  /** As above: the module alone may construct. */
  @ParameterizedTest
  @MethodSource("jdks")
  void strays_get_the_singleton_of_guice(Jdk jdk) throws Exception {
    ForkedJvm.Exit exit =
        enforce(jdk, "guice", "GuiceStrays", "guicestrays.Pool", "guicestrays.Pools");

    assertThat(exit.out().lines())
        .containsExactly("before false", "singleton true", "after true", "made 2");
  }

  private ForkedJvm.Exit enforce(Jdk jdk, String library, String main, String target, String allow)
      throws Exception {
    List<Path> classPath = new ArrayList<>(Software.library(library));
    Path classes = Files.createDirectories(temp.resolve("classes"));
    classPath.add(Software.compile(main + ".java", classPath, classes));
    ForkedJvm.Exit exit =
        ForkedJvm.on(jdk)
            .withClassPath(classPath.toArray(Path[]::new))
            .withAgent(
                "targets=" + target,
                "mode=enforce",
                "canonical=first",
                "allow=" + allow,
                "report=" + temp.resolve("ssot.json"),
                "log=none")
            .run(target.replaceFirst("\\..*", "") + "." + main);
    assertThat(exit.code()).as(exit.err()).isZero();
    return exit;
  }

  private Reported watch(Jdk jdk, String library, String main, String targets) throws Exception {
    List<Path> classPath = new ArrayList<>(Software.library(library));
    Path classes = Files.createDirectories(temp.resolve("classes"));
    classPath.add(Software.compile(main + ".java", classPath, classes));
    Path file = temp.resolve("ssot.json");
    Path[] entries = classPath.toArray(Path[]::new);
    String name = targets.replace("*", main);

    ForkedJvm.Exit plain = ForkedJvm.on(jdk).withClassPath(entries).run(name);
    ForkedJvm.Exit watched =
        ForkedJvm.on(jdk)
            .withClassPath(entries)
            .withAgent("targets=" + targets, "report=" + file, "log=none")
            .run(name);

    assertThat(plain.code()).as("%s", plain).isZero();
    assertThat(watched.code()).as("%s", watched).isZero();
    assertThat(watched.out()).isEqualTo(plain.out());
    return Reported.read(file);
  }
}
