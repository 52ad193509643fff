package dev.ssot.dist.enforce;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ssot.dist.ForkedJvm;
import dev.ssot.dist.Jdk;
import dev.ssot.dist.OtherAgent;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What its owner has closed for good is given to nobody any more. */
final class EndsIT {
  private static final String SLOW =
      """
      import java.lang.instrument.ClassFileTransformer;
      import java.lang.instrument.Instrumentation;
      import java.security.ProtectionDomain;
      public final class Slow implements ClassFileTransformer {
        public static void premain(String none, Instrumentation instrumentation) {
          instrumentation.addTransformer(new Slow(), true);
        }
        public byte[] transform(
            ClassLoader loader, String name, Class<?> type, ProtectionDomain domain, byte[] file) {
          if (type != null && name.endsWith("Closing")) {
            try {
              Thread.sleep(1000);
            } catch (InterruptedException wanted) {
              Thread.currentThread().interrupt();
            }
          }
          return null;
        }
      }
      """;

  @TempDir private Path temp;

  @ParameterizedTest
  @MethodSource("dev.ssot.dist.Jdks#oldestAndNewest")
  void the_next_instance_of_the_provider_is_shared_as_often_as_it_changes(Jdk jdk) {
    assertThat(run(jdk, "Lazy", "lazy"))
        .containsExactly("shared true", "closed false", "shared again true", "and again true");
  }

  @ParameterizedTest
  @MethodSource("dev.ssot.dist.Jdks#oldestAndNewest")
  void a_method_of_a_superclass_ends_it_too(Jdk jdk) {
    assertThat(run(jdk, "Child", "inherited"))
        .containsExactly("shared true", "closed false", "shared again true");
  }

  /** It is changed on the agent's thread, here late, and nothing is shared before. */
  @ParameterizedTest
  @MethodSource("dev.ssot.dist.Jdks#oldestAndNewest")
  void a_superclass_that_was_loaded_before_is_waited_for(Jdk jdk) throws Exception {
    ForkedJvm jvm = ForkedJvm.on(jdk).withAgent(OtherAgent.compile("Slow", SLOW, temp));
    assertThat(run(jvm, "Lazy", "loaded"))
        .containsExactly("shared true", "closed false", "shared again true", "and again true");
  }

  @ParameterizedTest
  @MethodSource("dev.ssot.dist.Jdks#oldestAndNewest")
  void equal_arguments_make_another_one(Jdk jdk) {
    assertThat(run(jdk, "Keyed", "keyed"))
        .containsExactly(
            "shared true",
            "closed false",
            "shared again true",
            "the other one is still shared true");
  }

  private static List<String> run(Jdk jdk, String target, String which) {
    return run(ForkedJvm.on(jdk), target, which);
  }

  private static List<String> run(ForkedJvm jvm, String target, String which) {
    ForkedJvm.Exit exit =
        jvm.withAgent(
                "targets=fixtures.guard.Ends$" + target,
                "mode=enforce",
                "arguments=key",
                "canonical.wait=60s",
                "log=stderr")
            .run("fixtures.guard.Ends", which);
    assertThat(exit.code()).as(exit.err()).isZero();
    assertThat(exit.err()).doesNotContain("the agent failed");
    return exit.out().lines().toList();
  }
}
