package dev.ssot.dist.operate;

import static dev.ssot.dist.operate.Commands.pid;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ssot.dist.ForkedJvm;
import dev.ssot.dist.Jdk;
import dev.ssot.dist.Jdks;
import dev.ssot.dist.RunningJvm;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** In a container there is often no JDK, but an image of the runtime without its tools. */
final class RuntimeImageIT {
  private static final String RUNNING = "fixtures.attach.Running";
  private static final String KEPT = "fixtures.attach.Kept";

  @TempDir private Path temp;

  @ParameterizedTest
  @MethodSource("dev.ssot.dist.Jdks#oldestAndNewest")
  void without_jdk_attach_the_protocol_is_spoken_without_it(Jdk theirs) {
    Commands commands = new Commands(image(Jdks.running()));
    try (RunningJvm running = ForkedJvm.on(theirs).inDirectory(temp).start(RUNNING)) {
      String pid = pid(running.awaitOutput("running"));

      assertThat(commands.fine("attach", pid, "--targets", KEPT)).contains("watching " + KEPT);
      assertThat(commands.fine("status", pid)).contains(KEPT + ": ");
      assertThat(commands.fine("mode", pid, "enforce")).contains("all is now enforce");
      running.awaitOutput("round of shared");
      assertThat(temp.resolve(".attach_pid" + pid)).doesNotExist();
      assertThat(running.printed(0).out()).doesNotContain("Full thread dump");
    }
  }

  @Test
  void a_jvm_of_such_an_image_is_operated_as_any_other() {
    Jdk image = image(Jdks.running());
    try (RunningJvm running = ForkedJvm.on(image).start(RUNNING)) {
      String pid = pid(running.awaitOutput("running"));
      Commands commands = new Commands(image);

      assertThat(commands.fine("attach", pid, "--targets", KEPT)).contains("watching " + KEPT);
      assertThat(commands.fine("report", pid)).contains(KEPT);
      assertThat(commands.failing(1, "heap", pid))
          .contains("the live heap cannot be counted from here", "GC.class_histogram");
      assertThat(commands.failing(3, "attach", "999999999")).contains("no process");
    }
  }

  /** What the makers of images call a JRE. */
  private Jdk image(Jdk jdk) {
    Path home = temp.resolve("image");
    ForkedJvm.Exit linked =
        ForkedJvm.on(jdk)
            .runTool(
                "jlink",
                "--add-modules",
                "java.se,jdk.management,jdk.management.agent,jdk.zipfs",
                "--output",
                home.toString());
    assertThat(linked.code()).as(linked.out() + linked.err()).isZero();
    return new Jdk(home, jdk.version());
  }
}
