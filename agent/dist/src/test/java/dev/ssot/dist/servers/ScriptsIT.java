package dev.ssot.dist.servers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ssot.dist.ForkedJvm;
import dev.ssot.dist.Jdk;
import dev.ssot.dist.RunningJvm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Scripts construct by handles that a linker of the JDK looks up for them. */
final class ScriptsIT {
  private static final String POOL = "scripts.ScriptsApplication$Pool";

  /** The last one that has a script engine of its own. */
  private static final int OWN_ENGINE = 8;

  @TempDir private Path temp;

  static Stream<Jdk> jdks() {
    return Software.oldestAndNewest(8);
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void what_dry_run_says_of_a_script_is_what_enforce_does(Jdk jdk) throws Exception {
    assertThat(run(jdk, "observe").out().lines())
        .containsExactly("plain 0", "argument 0", "function 0");
    List<JsonNode> observed = scripts();
    assertThat(run(jdk, "dry-run").out().lines())
        .containsExactly("plain 0", "argument 0", "function 0");
    List<JsonNode> tried = scripts();
    assertThat(run(jdk, "enforce").out().lines())
        .containsExactly("plain 3", "argument 0", "function 2");
    List<JsonNode> enforced = scripts();

    assertThat(reasons(observed)).containsExactly("arguments 3", "null 2", "null 3");
    assertThat(reasons(tried)).isEqualTo(reasons(observed));
    assertThat(reasons(enforced)).isEqualTo(reasons(observed));
    assertThat(enforced)
        .allSatisfy(
            site ->
                assertThat(site.get("redirects").asLong() > 0)
                    .isEqualTo(site.get("redirectable").asBoolean()));
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void a_class_that_scripts_knew_before_the_switch_is_constructed_on(Jdk jdk) throws Exception {
    configure("observe");
    try (RunningJvm running =
        jvm(jdk, "config=" + temp.resolve("ssot.yaml"))
            .start("scripts.ScriptsApplication", "wait")
            .awaitOutput("waiting")) {
      configure("enforce");
      running.awaitOutput("anew ");
      ForkedJvm.Exit exit = running.awaitEnd();
      assertThat(exit.code()).as(exit.err()).isZero();
      assertThat(exit.out()).contains("again 0\n", "anew 0\n");
    }
    assertThat(scripts())
        .allMatch(site -> site.get("redirects").asLong() == 0)
        .filteredOn(site -> site.get("reason").asText().equals("older-handle"))
        .extracting(site -> site.get("constructions").asInt())
        .satisfies(made -> assertThat(made.stream().mapToInt(each -> each).sum()).isIn(6, 9));
  }

  private void configure(String mode) throws Exception {
    Files.writeString(temp.resolve("ssot.yaml"), "mode: %s\n".formatted(mode));
  }

  private ForkedJvm.Exit run(Jdk jdk, String mode) throws Exception {
    ForkedJvm.Exit exit = jvm(jdk, "mode=" + mode).run("scripts.ScriptsApplication");
    assertThat(exit.code()).as(exit.err()).isZero();
    return exit;
  }

  private ForkedJvm jvm(Jdk jdk, String option) throws Exception {
    List<Path> classPath = new ArrayList<>();
    if (jdk.version() > OWN_ENGINE) {
      classPath.addAll(Software.library("scripts"));
    }
    Path classes = Files.createDirectories(temp.resolve("classes"));
    classPath.add(Software.compile("ScriptsApplication.java", List.of(), classes));
    return ForkedJvm.on(jdk)
        .withClassPath(classPath.toArray(Path[]::new))
        .withAgent("targets=" + POOL, option, "report=" + temp.resolve("ssot.json"), "log=none");
  }

  /** The sites of handles, whatever a script engine calls its classes. */
  private List<JsonNode> scripts() throws Exception {
    JsonNode sites = Reported.read(temp.resolve("ssot.json")).target(POOL).get("sites");
    return StreamSupport.stream(sites.spliterator(), false)
        .filter(site -> site.get("kind").asText().equals("method-handle"))
        .toList();
  }

  /** Each with the number of its calls, in order. */
  private static Set<String> reasons(List<JsonNode> sites) {
    Set<String> reasons = new TreeSet<>();
    for (JsonNode site : sites) {
      long calls = site.get("constructions").asLong() + site.get("redirects").asLong();
      reasons.add(site.get("reason").asText() + " " + calls);
    }
    return reasons;
  }
}
