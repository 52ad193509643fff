package dev.ssot.dist.safety;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ssot.dist.ForkedJvm;
import dev.ssot.dist.Jdk;
import dev.ssot.dist.Jdks;
import dev.ssot.dist.PackagedJar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** However often something happens, the log stays short. */
final class LogStormIT {
  private static final String OFTEN = "fixtures.life.Often";
  private static final String TARGETS = "targets=fixtures.life.Pool";

  @TempDir private Path temp;

  /** Those that still have a security manager. */
  static Stream<Jdk> jdks() {
    return Jdks.oldestAndNewest(jdk -> jdk.version() <= 17);
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void a_failure_at_every_construction_is_logged_ever_more_rarely(Jdk jdk) throws IOException {
    Path policy = temp.resolve("app.policy");
    Files.writeString(
        policy,
        "grant codeBase \"%s\" { permission java.security.AllPermission; };"
            .formatted(PackagedJar.path().toUri()));

    ForkedJvm.Exit exit =
        ForkedJvm.on(jdk)
            .withAgent(TARGETS, "mode=enforce", "log=stderr")
            .withArguments("-Djava.security.manager", "-Djava.security.policy==" + policy)
            .run(OFTEN);

    assertThat(exit.code()).isZero();
    assertThat(exit.out()).isEqualToIgnoringNewLines("done");
    assertThat(lines(exit)).hasSizeLessThan(60);
  }

  @Test
  void in_enforce_each_call_site_is_one_line_with_its_verdict() {
    ForkedJvm.Exit exit =
        ForkedJvm.on(Jdks.running())
            .withAgent(TARGETS, "mode=enforce", "canonical=first", "log=stderr")
            .run("fixtures.life.Shop");

    assertThat(exit.code()).isZero();
    assertThat(lines(exit))
        .filteredOn(line -> line.startsWith("[ssot] fixtures.life.Pool fixtures.life.Shop.main("))
        .isNotEmpty()
        .allMatch(line -> line.contains("is redirected to ") || line.contains("is not redirected"))
        .doesNotHaveDuplicates();
    assertThat(lines(exit)).noneMatch(line -> line.contains("constructed by"));
    assertThat(lines(exit)).filteredOn(line -> line.contains("stack of the first")).hasSize(3);
  }

  private static List<String> lines(ForkedJvm.Exit exit) {
    return exit.err().lines().filter(line -> line.startsWith("[ssot]")).toList();
  }
}
