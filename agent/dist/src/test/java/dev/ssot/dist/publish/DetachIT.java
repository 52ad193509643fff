package dev.ssot.dist.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ssot.dist.ForkedJvm;
import dev.ssot.dist.Jdk;
import dev.ssot.dist.RunningJvm;
import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.management.openmbean.CompositeData;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The agent leaves a process that goes on, and nothing of it is left; then it may come again. */
final class DetachIT {
  private static final String KEPT = "fixtures.attach.Kept";
  private static final String FORMS = "fixtures.attach.Forms";

  /** Until then the application fills what it keeps: functions and handles have classes, too. */
  private static final int SETTLED = 3;

  private static final String ROUND = "round: ";
  private static final String LOADER = "dev.ssot.bootstrap.zone.AgentClassLoader";

  @TempDir private Path temp;

  @ParameterizedTest
  @MethodSource("dev.ssot.dist.Jdks#all")
  void ten_times_it_comes_enforces_and_leaves_nothing(Jdk jdk) throws Exception {
    try (RunningJvm running = start(jdk)) {
      State after = null;
      for (int time = 0; time < 10; time++) {
        running.attachAgent(
            "targets=" + KEPT + ",mode=enforce,log=stderr,report=" + temp.resolve("report.json"));
        try (JmxClient client = JmxClient.of(running)) {
          running.awaitAnew(ROUND, ROUND + "shared new reflection function handle");
          assertThatThrownBy(() -> detach(client, false))
              .hasMessageContaining(KEPT + " is shared by fixtures.attach.Forms")
              .hasMessageContaining("force");
          assertThat(running.lines(ROUND)).last().asString().startsWith(ROUND + "shared");

          assertThat(detach(client, true))
              .startsWith("detached: every call site constructs as before; woven classes given")
              .contains("own code: 2;");

          assertThat(client.server.isRegistered(client.agent)).isFalse();
          running.awaitAnew(ROUND, ROUND + "own");
          running.await(() -> isCollected(running), "end of the engine's loader");
          running.liveHistogram(); // what was held by what that collection has found
          running.liveHistogram();
          State state = State.of(running, client);
          assertThat(state.threads()).noneMatch(name -> name.startsWith("ssot-"));
          if (time < SETTLED) {
            after = state;
          } else {
            assertThat(state.threads()).hasSameSizeAs(after.threads());
            assertThat(state.files()).isLessThanOrEqualTo(after.files() + 2);
            assertThat(state.classes()).isLessThan(after.classes() + 300);
            assertThat(state.metaspace()).isLessThan(after.metaspace() + (4 << 20));
          }
        }
      }
      assertThat(temp.resolve("end").toFile().createNewFile()).isTrue();
      ForkedJvm.Exit exit = running.awaitEnd();
      assertThat(exit.code()).isZero();
      assertThat(exit.err()).doesNotContain("Exception").doesNotContain("failed");
    }
  }

  private RunningJvm start(Jdk jdk) {
    // The JVM itself holds forms of handles softly; what is left without these is the agent's.
    ForkedJvm jvm = ForkedJvm.on(jdk).withArguments("-XX:SoftRefLRUPolicyMSPerMB=0");
    if (jdk.version() >= 21) {
      jvm.withArguments("-XX:+EnableDynamicAgentLoading");
    }
    return jvm.start(FORMS, temp.resolve("end").toString()).awaitOutput(ROUND + "own");
  }

  /** An optimised method or a soft reference may hold it over some collections. */
  private static boolean isCollected(RunningJvm running) {
    return running.hasNoneOf(LOADER, "dev.ssot.engine.");
  }

  private static String detach(JmxClient client, boolean force) throws Exception {
    return (String)
        client.server.invoke(
            client.agent, "detach", new Object[] {force}, new String[] {"boolean"});
  }

  /** What the process has, after a full garbage collection. */
  private record State(List<String> threads, int classes, long metaspace, int files) {
    static State of(RunningJvm running, JmxClient client) throws Exception {
      javax.management.ObjectName threading =
          new javax.management.ObjectName("java.lang:type=Threading");
      long[] ids = (long[]) client.server.getAttribute(threading, "AllThreadIds");
      CompositeData[] infos =
          (CompositeData[])
              client.server.invoke(
                  threading, "getThreadInfo", new Object[] {ids}, new String[] {"[J"});
      List<String> names =
          Arrays.stream(infos)
              .filter(info -> info != null)
              .map(info -> (String) info.get("threadName"))
              .filter(name -> !name.matches("RMI .*|JMX .*|GC Daemon|Attach Listener"))
              .sorted()
              .toList();
      int classes =
          (Integer)
              client.server.getAttribute(
                  new javax.management.ObjectName("java.lang:type=ClassLoading"),
                  "LoadedClassCount");
      CompositeData usage =
          (CompositeData)
              client.server.getAttribute(
                  new javax.management.ObjectName("java.lang:type=MemoryPool,name=Metaspace"),
                  "Usage");
      String[] files = new File("/proc/" + running.pid() + "/fd").list();
      return new State(names, classes, (Long) usage.get("used"), files == null ? 0 : files.length);
    }
  }
}
