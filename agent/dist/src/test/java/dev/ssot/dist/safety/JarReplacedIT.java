package dev.ssot.dist.safety;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ssot.dist.ForkedJvm;
import dev.ssot.dist.Jdk;
import dev.ssot.dist.Jdks;
import dev.ssot.dist.PackagedJar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever becomes of the file of the agent's jar after the start, the engine starts, and all that
 * it loads later is there: here the HTML report, the scrape's registry and the MBean.
 */
final class JarReplacedIT {
  @TempDir private Path temp;

  static Stream<Arguments> changes() {
    List<String> changes = List.of("truncate", "empty", "garble", "delete");
    return Jdks.oldestAndNewest()
        .flatMap(jdk -> changes.stream().map(change -> Arguments.of(jdk, change)));
  }

  @ParameterizedTest
  @MethodSource("changes")
  void before_the_engine_starts_and_while_it_runs(Jdk jdk, String change) throws IOException {
    Path jar = Files.copy(PackagedJar.path(), temp.resolve("ssot-agent.jar"));
    Path report = temp.resolve("report.html");

    ForkedJvm.Exit exit =
        ForkedJvm.on(jdk)
            .withAgent(jar, "targets=fixtures.life.Pool", "http=0", "report=" + report)
            .run("fixtures.life.Overwritten", change, jar.toString());

    assertThat(exit.code()).as(exit.err()).isZero();
    assertThat(exit.out().lines()).containsExactly("pool 1", "done");
    assertThat(exit.err()).doesNotContain("could not", "failed", "Error", "Exception");
    assertThat(report).content().contains("<!DOCTYPE html>", "Overwritten.java:");
  }

  /** On Java 8, this ended the JVM in a fifth of the runs. The engine may start or not. */
  @ParameterizedTest
  @MethodSource("dev.ssot.dist.Jdks#oldestAndNewest")
  void as_soon_as_the_application_runs(Jdk jdk) throws IOException {
    for (int run = 0; run < 10; run++) {
      Path jar = temp.resolve("ssot-agent.jar");
      Files.copy(PackagedJar.path(), jar, StandardCopyOption.REPLACE_EXISTING);

      ForkedJvm.Exit exit =
          ForkedJvm.on(jdk)
              .withAgent(jar, "targets=fixtures.life.Pool", "log=none")
              .run("fixtures.life.OverwrittenAtOnce", jar.toString());

      assertThat(exit.code()).as(exit.err()).isZero();
      assertThat(exit.out().lines()).containsExactly("made true");
    }
  }
}
