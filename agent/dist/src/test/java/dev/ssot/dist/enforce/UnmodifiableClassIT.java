package dev.ssot.dist.enforce;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ssot.dist.ForkedJvm;
import dev.ssot.dist.Jdk;
import dev.ssot.dist.OtherAgent;
import dev.ssot.dist.Report;
import dev.ssot.dist.RunningJvm;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Another agent spoils each retransformation of a class; the report says what that means. */
final class UnmodifiableClassIT {
  private static final String KEPT = "fixtures.attach.Kept";
  private static final String STUBBORN =
      """
      import java.lang.instrument.ClassFileTransformer;
      import java.lang.instrument.Instrumentation;
      import java.security.ProtectionDomain;
      public final class Stubborn implements ClassFileTransformer {
        private final String name;
        private Stubborn(String name) {
          this.name = name;
        }
        public static void premain(String name, Instrumentation instrumentation) {
          instrumentation.addTransformer(new Stubborn(name), true);
        }
        public byte[] transform(
            ClassLoader loader, String name, Class<?> type, ProtectionDomain domain, byte[] file) {
          return type != null && name.equals(this.name) ? new byte[] {1, 2, 3} : null;
        }
      }
      """;

  @TempDir private Path temp;

  @ParameterizedTest
  @MethodSource("dev.ssot.dist.Jdks#oldestAndNewest")
  void call_sites_of_such_a_class_are_counted_and_say_why_they_stay(Jdk jdk) throws Exception {
    for (String mode : new String[] {"dry-run", "enforce"}) {
      Report.Target target = attached(jdk, "fixtures/attach/Running", mode);
      assertThat(target.isExact()).isFalse();
      assertThat(target.redirects()).isZero();
      JsonNode called =
          target
              .allSites()
              .filter(site -> site.get("method").asText().equals("called"))
              .findFirst()
              .orElseThrow();
      assertThat(called.get("reason").asText()).isEqualTo("weaving-failed");
      assertThat(called.get("redirectable").asBoolean()).isFalse();
      assertThat(called.get("constructions").asLong()).isPositive();
    }
  }

  private Report.Target attached(Jdk jdk, String stubborn, String mode) throws Exception {
    Path report = temp.resolve(mode + ".json");
    String options = "targets=" + KEPT + ",mode=" + mode + ",log=stderr,report=" + report;
    ForkedJvm jvm =
        ForkedJvm.on(jdk)
            .withArguments(
                "-javaagent:" + OtherAgent.compile("Stubborn", STUBBORN, temp) + "=" + stubborn);
    if (jdk.version() >= 21) {
      jvm.withArguments("-XX:+EnableDynamicAgentLoading");
    }
    try (RunningJvm running = jvm.start("fixtures.attach.Running").awaitOutput("running")) {
      running.attachAgent(options);
      running.await(() -> running.printed(0).err().contains("Running.called("), "new call");
      assertThat(running.printed(0).err())
          .contains("fixtures.attach.Running is left as it is: what it constructs may go unseen")
          .contains("the class could not be woven");
      running.terminate();
    }
    return Report.read(report).target(KEPT);
  }
}
