package dev.ssot.dist.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.ssot.dist.FixtureSource;
import dev.ssot.dist.ForkedJvm;
import dev.ssot.dist.Jdk;
import dev.ssot.dist.PackagedJar;
import dev.ssot.dist.SameOutput;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tools that inherit the agent by {@code JAVA_TOOL_OPTIONS} are left alone, silently. */
final class JdkToolsIT {
  @TempDir private Path temp;

  @ParameterizedTest
  @MethodSource("dev.ssot.dist.Jdks#oldestAndNewest")
  void tools_print_what_they_print_without_the_agent(Jdk jdk) {
    assertSame(jdk, "javac", "-version");
    assertSame(jdk, "javac", "-d", temp.toString(), FixtureSource.of("fixtures.Hello").path());
    assertSame(jdk, "jar", "tf", PackagedJar.path().toString());
    assertSame(jdk, "keytool", "-help");
    assertSame(jdk, "jcmd", "-h");
    assertSame(jdk, "jps", "-help");
    assertSame(jdk, "javap", "-version");
  }

  @ParameterizedTest
  @MethodSource("dev.ssot.dist.Jdks#oldestAndNewest")
  void a_jvm_that_runs_no_program_is_left_alone(Jdk jdk) {
    assertSame(jdk, "java", "-version");
    assertSame(jdk, "java", "-XshowSettings:locale", "-version");
  }

  @ParameterizedTest
  @MethodSource("dev.ssot.dist.Jdks#oldestAndNewest")
  void our_own_command_line_is_left_alone(Jdk jdk) {
    assertSame(jdk, "java", "-jar", PackagedJar.path().toString(), "--version");
  }

  /** It may be a tool that installs agents. */
  @ParameterizedTest
  @MethodSource("dev.ssot.dist.Jdks#oldestAndNewest")
  void a_program_that_is_told_of_the_jar_is_an_application(Jdk jdk) {
    ForkedJvm.Exit with =
        ForkedJvm.on(jdk)
            .withAgent("log=none")
            .run("fixtures.life.Shop", "/opt/" + PackagedJar.path().getFileName());

    assertThat(with.out()).contains("/opt/");
    assertThat(with.err()).contains("[ssot] ssot-agent");
  }

  /** The compiler's class starts it, and it is an application all the same. */
  @ParameterizedTest
  @MethodSource("dev.ssot.dist.Jdks#oldestAndNewest")
  void a_program_that_is_run_from_its_source_is_an_application(Jdk jdk) {
    assumeTrue(jdk.version() >= 11, "JEP 330");
    String source = FixtureSource.of("fixtures.Hello").path();
    ForkedJvm.Exit without = ForkedJvm.on(jdk).runTool("java", source);
    ForkedJvm.Exit with =
        ForkedJvm.on(jdk)
            .withEnvironment("JAVA_TOOL_OPTIONS", "-javaagent:" + PackagedJar.path())
            .runTool("java", source);

    SameOutput.compare(without, with);
    assertThat(with.err()).contains("[ssot] ssot-agent");
  }

  private static void assertSame(Jdk jdk, String tool, String... arguments) {
    ForkedJvm.Exit without = ForkedJvm.on(jdk).runTool(tool, arguments);
    ForkedJvm.Exit with =
        ForkedJvm.on(jdk)
            .withEnvironment("JAVA_TOOL_OPTIONS", "-javaagent:" + PackagedJar.path())
            .runTool(tool, arguments);

    String what = tool + " " + List.of(arguments);
    assertThat(with.out()).as(what).isEqualTo(without.out());
    assertThat(with.code()).as(what).isEqualTo(without.code());
    assertThat(with.err().lines().filter(line -> !line.startsWith("Picked up JAVA_TOOL_OPTIONS")))
        .as(what)
        .containsExactlyElementsOf(without.err().lines().toList());
  }
}
