package dev.ssot.dist.servers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ssot.dist.ForkedJvm;
import dev.ssot.dist.Jdk;
import dev.ssot.dist.PackagedJar;
import dev.ssot.dist.RunningJvm;
import dev.ssot.dist.servers.Load.Moment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A service that makes a client for each request and ends none. Its threads climb, with the agent
 * and without it, and stand still while each line gets again the client that it made first.
 */
final class PerRequestIT {
  /** By the path of the service: the class of which it makes one for each request. */
  private static final Map<String, String> CLIENTS =
      new TreeMap<>(
          Map.of(
              "lettuce", "io.lettuce.core.RedisClient",
              "apache", "org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient"));

  /** {@code -Dssot.docs.write=true} draws a longer run. */
  private static final boolean DRAWN = Boolean.getBoolean("ssot.docs.write");

  private static final Path PICTURE = Path.of("../../docs/images/threads-per-request.svg");
  private static final int REQUESTS = DRAWN ? 80 : 20;

  @TempDir private Path temp;

  static Stream<Jdk> jdks() {
    return DRAWN ? Software.oldestAndNewest(17).limit(1) : Software.oldestAndNewest(17);
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void its_threads_climb_until_each_line_keeps_one_client(Jdk jdk) throws Exception {
    try (Redis redis = Redis.start(temp);
        Upstream upstream = Upstream.start()) {
      List<Path> classPath = classPath(redis.port(), upstream.port());
      LoadChart chart = new LoadChart();
      int requests = underTheAgent(jdk, classPath, chart);
      withoutAgent(jdk, classPath, chart, DRAWN ? requests : REQUESTS);
      if (DRAWN) {
        Files.createDirectories(PICTURE.getParent());
        Files.writeString(PICTURE, chart.svg());
      }
    }
  }

  /** Returns how often Lettuce's client was used. */
  private int underTheAgent(Jdk jdk, List<Path> classPath, LoadChart chart) throws Exception {
    Http service = Http.onFreePort();
    Http agent = Http.onFreePort();
    Path file = temp.resolve("ssot.json");
    ForkedJvm jvm =
        forked(jdk, classPath)
            .withAgent(
                "targets=" + String.join(":", CLIENTS.values()),
                "share=site",
                "http=" + agent.port(),
                "report=" + file,
                "report.every=1s",
                "log=file:" + temp.resolve("ssot.log"));
    try (RunningJvm running = start(jvm, service)) {
      int requests;
      try (Load load = Load.on(service, CLIENTS.keySet())) {
        assertThatItClimbs(load);

        switchTo("enforce", jdk, running);
        chart.mark(load, "enforce");
        assertThatItStandsStill(load, agent);

        switchTo("observe", jdk, running);
        chart.mark(load, "observe");
        assertThatItClimbs(load);
        requests = load.now("lettuce").answered();
        chart.line("with the agent", load.course("lettuce"));
      }
      // Of the other one, which is abstract, the heap has objects of some other class.
      Reported.thatAgreesWithTheHeap(running, file, CLIENTS.get("lettuce")::equals).isConsistent();
      return requests;
    }
  }

  private void withoutAgent(Jdk jdk, List<Path> classPath, LoadChart chart, int requests)
      throws Exception {
    Http service = Http.onFreePort();
    try (RunningJvm running = start(forked(jdk, classPath), service);
        Load load = Load.on(service, CLIENTS.keySet())) {
      assertThatItClimbs(load);
      load.await(requests - load.now("lettuce").answered());
      chart.line("without", load.course("lettuce"));
      assertThat(running.isAlive()).isTrue();
    }
  }

  /** Each client has one thread at least. */
  private static void assertThatItClimbs(Load load) throws Exception {
    Map<String, Moment> before = load.now();
    load.await(REQUESTS);
    Map<String, Moment> after = load.now();
    for (String path : CLIENTS.keySet()) {
      int requests = after.get(path).answered() - before.get(path).answered();
      assertThat(after.get(path).threads() - before.get(path).threads())
          .as("%s, after %d requests", path, requests)
          .isGreaterThanOrEqualTo(requests - 2 * Load.THREADS);
    }
  }

  /** Once what was on its way has constructed, nothing is made. */
  private static void assertThatItStandsStill(Load load, Http agent) throws Exception {
    load.await(4 * Load.THREADS);
    Map<String, Moment> before = load.now();
    Reported reportBefore = Reported.ask(agent);
    load.await(REQUESTS);
    Map<String, Moment> after = load.now();
    Reported reportAfter = Reported.ask(agent);
    CLIENTS.forEach(
        (path, target) -> {
          assertThat(after.get(path).threads() - before.get(path).threads())
              .as(path)
              .isLessThanOrEqualTo(Load.THREADS); // the one client fills its pool
          assertThat(grown(target, "constructions", reportBefore, reportAfter)).as(path).isZero();
          assertThat(grown(target, "redirects", reportBefore, reportAfter))
              .as(path)
              .isGreaterThanOrEqualTo(REQUESTS - 2 * Load.THREADS);
        });
  }

  private static int grown(String target, String what, Reported before, Reported after) {
    return after.target(target).get(what).asInt() - before.target(target).get(what).asInt();
  }

  private static void switchTo(String mode, Jdk jdk, RunningJvm running) {
    ForkedJvm.Exit exit =
        ForkedJvm.on(jdk).runJar(PackagedJar.path(), "mode", "" + running.pid(), mode);
    assertThat(exit.code()).as("%s", exit).isZero();
    assertThat(exit.out()).contains("all is now " + mode);
  }

  private static ForkedJvm forked(Jdk jdk, List<Path> classPath) {
    return ForkedJvm.on(jdk)
        .within(Duration.ofMinutes(2))
        .withArguments("-XX:ActiveProcessorCount=2") // clients have threads for each
        .withClassPath(classPath.toArray(Path[]::new));
  }

  private static RunningJvm start(ForkedJvm jvm, Http service) throws Exception {
    RunningJvm running = jvm.start("shop.Service", service.port());
    service.await(running, "/threads/lettuce");
    return running;
  }

  private List<Path> classPath(int redis, int upstream) throws Exception {
    List<Path> classPath = new ArrayList<>(Software.library("clients"));
    String source = Files.readString(Software.resource("PerRequestService.java"));
    Path file = Files.createDirectories(temp.resolve("src")).resolve("Service.java");
    Files.writeString(file, source.replace("6379", "" + redis).replace("8080", "" + upstream));
    classPath.add(Software.compileAll(List.of(file), classPath, temp.resolve("classes")));
    return classPath;
  }
}
