package dev.ssot.dist.operate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.ssot.dist.ForkedJvm;
import dev.ssot.dist.Jdk;
import dev.ssot.dist.Jdks;
import dev.ssot.dist.PackagedJar;
import dev.ssot.dist.RunningJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A JVM with process ids and a root of its own, as from an ephemeral container: it has a {@code
 * /tmp} of its own and does not see the agent's jar. Skipped where the kernel grants no namespaces;
 * {@code VisibleJarTest} of the command line is then what tests the copy.
 */
final class OtherContainerIT {
  private static final String RUNNING = "fixtures.attach.Running";
  private static final String KEPT = "fixtures.attach.Kept";

  /**
   * Arguments: the new root, what hides the jar, the classes that stay seen though they may be
   * below {@code /tmp}, the options of the tmpfs, the program.
   */
  private static final String ENTER =
      """
      root=$1 hidden=$2 seen=$3 options=$4; shift 4
      mount --rbind / "$root" && mount -t tmpfs -o size=16m tmpfs "$root$hidden" &&
        mount -t tmpfs -o "$options" tmpfs "$root/tmp" &&
        mkdir -p "$root$seen" && mount --rbind "$seen" "$root$seen" && exec chroot "$root" "$@"
      """;

  @TempDir private Path temp;
  private Path root;

  @BeforeEach
  void namespaces_are_to_be_had() throws Exception {
    root = Files.createDirectory(temp.resolve("root"));
    List<String> command = launcher("size=16m");
    command.add("true");
    try {
      Process probe = new ProcessBuilder(command).redirectErrorStream(true).start();
      String said = new String(probe.getInputStream().readAllBytes(), UTF_8);
      assumeThat(probe.waitFor()).as("no namespaces here: %s", said).isZero();
    } catch (IOException noUnshare) {
      abort("no namespaces here: " + noUnshare);
    }
  }

  @ParameterizedTest
  @MethodSource("dev.ssot.dist.Jdks#oldestAndNewest")
  void the_jar_is_copied_to_where_the_process_sees_it(Jdk jdk) {
    Commands commands = new Commands(Jdks.running());
    try (RunningJvm running = contained(jdk, "size=16m").start(RUNNING)) {
      running.awaitOutput("running");
      String pid = innermost(running);

      String said = commands.fine("attach", pid, "--targets", KEPT);

      assertThat(said)
          .contains("watching " + KEPT, "the process does not see this jar")
          .containsPattern(
              "its /tmp/ssot-agent-\\d+\\.jar \\(from here /proc/" + pid + "/root/tmp/");
      assertThat(Files.exists(PackagedJar.path())).isTrue();
      assertThat(commands.fine("mode", pid, "enforce")).contains("all is now enforce");
      running.awaitOutput("round of shared");
      assertThat(commands.fine("attach", pid)).contains("the agent is there already");
      assertThat(copies(pid)).hasSize(1);

      commands.fine("detach", pid, "--force");
      assertThat(commands.fine("attach", pid, "--targets", KEPT))
          .contains("watching " + KEPT, "a copy from an earlier attach, its /tmp/ssot-agent-");
      assertThat(copies(pid)).hasSize(1);
    }
  }

  @Test
  void of_an_agent_that_cannot_be_asked_it_is_said_where_its_copy_is() {
    Commands commands = new Commands(Jdks.running());
    try (RunningJvm running =
        contained(Jdks.running(), "size=16m").withEnvironment("SSOT_JMX", "false").start(RUNNING)) {
      running.awaitOutput("running");
      String pid = innermost(running);

      assertThat(commands.failing(5, "attach", pid, "--targets", KEPT))
          .contains("has no MBean", "it has a copy, its /tmp/ssot-agent-");
      assertThat(copies(pid)).hasSize(1);
    }
  }

  @Test
  void of_an_agent_that_does_not_start_no_copy_stays() {
    Commands commands = new Commands(Jdks.running());
    try (RunningJvm running =
        contained(Jdks.running(), "size=16m")
            .withEnvironment("SSOT_STACKS", "many")
            .start(RUNNING)) {
      running.awaitOutput("running");
      String pid = innermost(running);

      assertThat(commands.failing(5, "attach", pid, "--targets", KEPT)).contains("did not start");
      assertThat(copies(pid)).isEmpty();
    }
  }

  @Test
  void where_no_copy_fits_and_where_a_file_is_not_seen_nothing_is_loaded() throws Exception {
    Commands commands = new Commands(Jdks.running());
    Path config = Files.writeString(temp.resolve("ssot.yaml"), "targets: [" + KEPT + "]\n");
    try (RunningJvm running = contained(Jdks.running(), "size=1m").start(RUNNING)) {
      running.awaitOutput("running");
      String pid = innermost(running);

      assertThat(commands.failing(3, "attach", pid, "--config", config.toString()))
          .contains("does not see " + config, "nothing was loaded");
      assertThat(commands.failing(3, "attach", pid, "--targets", KEPT))
          .contains("no copy can be made there", "No space left");
      assertThat(copies(pid)).isEmpty();
      assertThat(running.printed(0).err()).isEmpty();
    }
  }

  /** JMX listens on the loopback of the process. */
  @Test
  void a_process_with_another_network_is_asked_in_that_network_and_not_entered_from_outside() {
    Jdk jdk = Jdks.running();
    List<String> launcher = launcher("size=16m");
    launcher.add(1, "--net");
    try (RunningJvm running =
        ForkedJvm.on(jdk).withLauncher(launcher.toArray(String[]::new)).start(RUNNING)) {
      running.awaitOutput("running");
      String pid = innermost(running);

      assertThat(new Commands(jdk).failing(3, "attach", pid, "--targets", KEPT))
          .contains("has a network of its own", "nsenter --net --target " + pid);
      assertThat(running.printed(0).err()).isEmpty();
      assertThat(copies(pid)).isEmpty();
    }
  }

  /** Its signal would make the JVM print its stacks, and nothing else. */
  @Test
  void the_java_of_a_jdk_8_says_that_it_cannot_and_sends_nothing() {
    Jdk oldest = Jdks.all().findFirst().orElseThrow();
    assumeThat(oldest.version()).isEqualTo(8);
    try (RunningJvm running = contained(oldest, "size=16m").start(RUNNING)) {
      running.awaitOutput("running");
      String pid = innermost(running);

      assertThat(new Commands(oldest).failing(3, "attach", pid, "--targets", KEPT))
          .contains("runs in another container", "by the java of 11 or later");
      assertThat(running.printed(0).out()).doesNotContain("Full thread dump");
    }
  }

  private ForkedJvm contained(Jdk jdk, String options) {
    return ForkedJvm.on(jdk).withLauncher(launcher(options).toArray(String[]::new));
  }

  private List<String> launcher(String options) {
    List<String> command = new ArrayList<>(List.of("unshare"));
    if (!System.getProperty("user.name").equals("root")) {
      command.add("--map-root-user");
    }
    command.addAll(
        List.of("--mount", "--pid", "--fork", "--mount-proc", "--kill-child", "sh", "-c", ENTER));
    command.addAll(List.of("sh", root.toString(), PackagedJar.path().getParent().toString()));
    command.addAll(List.of(PackagedJar.fixtures().toString(), options));
    return command;
  }

  /** Returns the id of the JVM here: in its own namespace it is 1. */
  private static String innermost(RunningJvm running) {
    ProcessHandle process = ProcessHandle.of(running.pid()).orElseThrow();
    return "" + process.descendants().findFirst().orElse(process).pid();
  }

  private static List<String> copies(String pid) {
    String[] names = Path.of("/proc", pid, "root/tmp").toFile().list();
    return names == null
        ? List.of()
        : List.of(names).stream().filter(each -> each.startsWith("ssot-agent-")).toList();
  }
}
