package dev.ssot.dist.operate;

import static dev.ssot.dist.operate.Commands.pid;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ssot.dist.ForkedJvm;
import dev.ssot.dist.Jdk;
import dev.ssot.dist.Jdks;
import dev.ssot.dist.PackagedJar;
import dev.ssot.dist.RunningJvm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each reason why an attach comes to nothing has its own message, and does no harm. */
final class AttachFailuresIT {
  private static final String RUNNING = "fixtures.attach.Running";
  private static final String KEPT = "fixtures.attach.Kept";

  private final Commands commands = new Commands(Jdks.running());

  @Test
  void a_wrong_option_is_told_in_the_terminal_and_can_be_repeated() {
    try (RunningJvm running = ForkedJvm.on(Jdks.running()).start(RUNNING)) {
      String pid = pid(running.awaitOutput("running"));

      assertThat(commands.failing(2, "attach", pid, "--tragets", KEPT)).contains("--tragets");
      assertThat(commands.failing(2, "attach", pid, "--targets", KEPT, "--mode", "enfroce"))
          .contains("mode=enfroce", "enforce");
      assertThat(running.printed(0).err()).isEmpty();

      assertThat(commands.fine("attach", pid, "--targets", KEPT)).contains("watching " + KEPT);
    }
  }

  @Test
  void a_class_that_is_not_loaded_is_said_at_once_with_the_nearest_names() {
    try (RunningJvm running = ForkedJvm.on(Jdks.running()).start(RUNNING)) {
      String pid = pid(running.awaitOutput("running"));

      assertThat(commands.fine("attach", pid, "--targets", "fixtures.attach.Keptt"))
          .contains("no target is loaded so far", "fixtures.attach.Keptt so far")
          .contains("nearest loaded names: " + KEPT);
      assertThat(commands.fine("status", pid)).contains("nearest loaded names: " + KEPT);
    }
  }

  /**
   * What was loaded is in it; what the process's own environment says is not known from outside.
   */
  @Test
  void an_agent_that_does_not_start_is_said_to_have_not() {
    try (RunningJvm running =
        ForkedJvm.on(Jdks.running()).withEnvironment("SSOT_STACKS", "many").start(RUNNING)) {
      String pid = pid(running.awaitOutput("running"));

      assertThat(commands.failing(5, "attach", pid, "--targets", KEPT))
          .contains("did not start", "stderr", "SSOT_");
      assertThat(running.printed(0).err()).contains("[ssot] bad option SSOT_STACKS=many");
    }
  }

  @Test
  void an_agent_that_is_there_is_not_loaded_again() {
    try (RunningJvm running =
        ForkedJvm.on(Jdks.running()).withAgent("targets=" + KEPT).start(RUNNING)) {
      String pid = pid(running.awaitOutput("running"));

      assertThat(commands.fine("attach", pid))
          .contains("the agent is there already", "mode observe", "watching " + KEPT);
      assertThat(running.printed(0).err()).doesNotContain("already running");
    }
  }

  @Test
  void a_process_that_is_not_there() {
    assertThat(commands.failing(3, "attach", "999999999", "--targets", KEPT))
        .contains("there is no process 999999999", " list");
  }

  /** The attach API sends SIGQUIT, which would end it. */
  @Test
  void a_process_that_is_no_jvm_lives_on() throws Exception {
    Process sleep = new ProcessBuilder("sleep", "60").start();
    try {
      assertThat(commands.failing(3, "attach", "" + sleep.pid(), "--targets", KEPT))
          .contains(sleep.pid() + " is no HotSpot JVM (sleep)");
      assertThat(sleep.isAlive()).isTrue();
    } finally {
      sleep.destroyForcibly();
    }
  }

  @ParameterizedTest
  @MethodSource("dev.ssot.dist.Jdks#oldestAndNewest")
  void a_jvm_that_nobody_may_attach_to(Jdk jdk) {
    try (RunningJvm running =
        ForkedJvm.on(jdk).withArguments("-XX:+DisableAttachMechanism").start(RUNNING)) {
      String pid = pid(running.awaitOutput("running"));

      assertThat(new Commands(jdk).failing(3, "attach", pid, "--targets", KEPT))
          .contains("started with -XX:+DisableAttachMechanism", "-javaagent:" + PackagedJar.path());
      assertThat(running.printed(0).out()).doesNotContain("Full thread dump");
    }
  }

  @Test
  void a_jvm_that_loads_no_agents() {
    Jdk newest = Jdks.all().reduce((one, other) -> other).orElseThrow();
    try (RunningJvm running =
        ForkedJvm.on(newest).withArguments("-XX:-EnableDynamicAgentLoading").start(RUNNING)) {
      String pid = pid(running.awaitOutput("running"));

      assertThat(new Commands(newest).failing(3, "attach", pid, "--targets", KEPT))
          .contains("-XX:+EnableDynamicAgentLoading");
    }
  }

  @Test
  void a_jvm_that_is_stopped() throws Exception {
    try (RunningJvm running = ForkedJvm.on(Jdks.running()).start(RUNNING)) {
      String pid = pid(running.awaitOutput("running"));
      new ProcessBuilder("kill", "-STOP", pid).start().waitFor();

      assertThat(commands.failing(3, "attach", pid, "--targets", KEPT))
          .contains("is stopped", "kill -CONT " + pid);
    }
  }
}
