package dev.ssot.dist.servers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ssot.dist.ForkedJvm;
import dev.ssot.dist.Jdk;
import dev.ssot.dist.RunningJvm;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A Spring Boot service with an actuator that nobody here wrote: Zipkin in full. Nothing of it is
 * set up for the agent, and its {@code /actuator/prometheus} shows what the agent counts.
 */
final class ActuatorIT {
  private static final String STORAGE = "zipkin2.storage.InMemoryStorage";
  private static final String SPAN = "zipkin2.Span";

  @TempDir Path temp;

  /** A start takes long: the oldest and the newest JDK that it runs on. */
  static Stream<Jdk> jdks() {
    return Software.oldestAndNewest(17);
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void the_scrape_that_is_there_shows_the_instances(Jdk jdk) throws Exception {
    Http http = Http.onFreePort();
    try (RunningJvm server =
        ForkedJvm.on(jdk)
            .inDirectory(temp)
            .withAgent("targets=" + STORAGE + ":" + SPAN)
            .withEnvironment("QUERY_PORT", http.port())
            .withEnvironment("STORAGE_TYPE", "mem")
            .startJar(Software.jar("zipkin-server-exec"))) {
      http.await(server, "/health");
      for (int i = 0; i < 5; i++) {
        http.post("/api/v2/spans", ZipkinIT.span(i));
      }

      List<String> scrape =
          awaitSeries(
              server,
              http,
              series("ssot_instances", STORAGE, 1),
              series("ssot_duplicates", STORAGE, 0),
              series("ssot_instances", SPAN, 5),
              series("ssot_duplicates", SPAN, 4));
      assertThat(scrape)
          .filteredOn(line -> line.startsWith("ssot_agent_info{mode=\"observe\""))
          .hasSize(1);
      Map<String, Integer> heap = server.liveHistogram();
      assertThat(heap).containsEntry(STORAGE, 1).containsEntry(SPAN, 5);
    }
  }

  /**
   * Spans are read and stored on threads of their own, and the registry reads value by value, while
   * the next reading may come.
   */
  private static List<String> awaitSeries(RunningJvm server, Http http, String... all)
      throws Exception {
    List<String> scrape = List.of();
    for (int i = 0; i < 120 && !scrape.containsAll(List.of(all)); i++) {
      Thread.sleep(500);
      scrape = http.get("/actuator/prometheus").lines().filter(ActuatorIT::isOurs).toList();
    }
    assertThat(scrape).as("%s", server.printed(-1)).contains(all);
    return scrape;
  }

  private static boolean isOurs(String line) {
    return line.startsWith("ssot_");
  }

  /** As its older client writes it, with a comma behind the last tag. */
  private static String series(String name, String target, int value) {
    return "%s{target=\"%s\",} %d.0".formatted(name, target, value);
  }
}
