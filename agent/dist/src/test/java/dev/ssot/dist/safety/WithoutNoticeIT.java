package dev.ssot.dist.safety;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ssot.dist.ForkedJvm;
import dev.ssot.dist.Jdk;
import dev.ssot.dist.PackagedJar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An application without a target behaves as it does without the agent. */
final class WithoutNoticeIT {
  private static final String HELLO = "fixtures.Hello";

  @ParameterizedTest
  @MethodSource("dev.ssot.dist.Jdks#all")
  void output_and_exit_code_are_those_of_the_application(Jdk jdk) {
    ForkedJvm.Exit without = ForkedJvm.on(jdk).run(HELLO, "Ada");
    ForkedJvm.Exit with = ForkedJvm.on(jdk).withAgent().run(HELLO, "Ada");

    assertThat(without.out()).isEqualToIgnoringNewLines("Hello Ada");
    assertThat(with.out()).isEqualTo(without.out());
    assertThat(with.code()).isEqualTo(without.code()).isEqualTo(3);
    assertThat(with.err()).startsWith("[ssot] ").doesNotContain("\tat ");
  }

  @ParameterizedTest
  @MethodSource("dev.ssot.dist.Jdks#all")
  void java_base_is_as_closed_to_the_application_as_without_the_agent(Jdk jdk) {
    String program = "fixtures.ClosedJavaBase";
    ForkedJvm.Exit without = ForkedJvm.on(jdk).run(program);

    assertThat(ForkedJvm.on(jdk).withAgent().run(program).out()).isEqualTo(without.out());
    assertThat(without.out()).contains(jdk.version() < 17 ? "open" : "closed");
  }

  @ParameterizedTest
  @MethodSource("dev.ssot.dist.Jdks#all")
  void the_jar_works_under_any_name_and_in_a_folder_with_spaces(Jdk jdk, @TempDir Path temp)
      throws IOException {
    Path folder = Files.createDirectory(temp.resolve("a folder + 100%"));
    Path jar = Files.copy(PackagedJar.path(), folder.resolve("tool (1).bin"));

    ForkedJvm.Exit usual = ForkedJvm.on(jdk).withAgent().run(HELLO, "Ada");
    ForkedJvm.Exit moved = ForkedJvm.on(jdk).withAgent(jar).run(HELLO, "Ada");

    assertThat(moved.out()).isEqualTo(usual.out());
    assertThat(moved.code()).isEqualTo(usual.code());
    assertThat(moved.err()).isEqualTo(usual.err());
  }

  @ParameterizedTest
  @MethodSource("dev.ssot.dist.Jdks#all")
  void the_jar_is_found_by_a_relative_path(Jdk jdk) {
    ForkedJvm.Exit exit =
        ForkedJvm.on(jdk)
            .inDirectory(PackagedJar.path().getParent())
            .withAgent(PackagedJar.path().getFileName())
            .run(HELLO, "Ada");

    assertThat(exit.out()).isEqualToIgnoringNewLines("Hello Ada");
    assertThat(exit.code()).isEqualTo(3);
    assertThat(exit.err()).startsWith("[ssot] ").doesNotContain("\tat ");
  }
}
