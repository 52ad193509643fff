package dev.ssot.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ssot.demo.redis.RedisManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The figures of the incident, as docs/demo.md states them, hold for the sources. */
class IncidentShapeTest {
  private static final int ROOM_FOR_OTHERS = 12;

  private final List<CallSite> sites = CallSite.inTheSources();

  @Test
  void forty_seven_files_make_one_each_in_four_groups() {
    Map<String, Long> perPriority =
        sites.stream().collect(Collectors.groupingBy(CallSite::priority, Collectors.counting()));

    assertThat(perPriority).isEqualTo(Map.of("P1", 8L, "P2", 12L, "P3", 15L, "P4", 12L));
    assertThat(sites.stream().map(CallSite::file)).hasSize(47).doesNotHaveDuplicates();
  }

  @Test
  void all_but_the_websocket_core_fit_into_redis_and_all_together_do_not() {
    int k = RedisManager.CONNECTIONS;
    long later = sites.stream().filter(site -> site.priority().equals("P1")).count();
    long atStart = sites.size() - later;

    assertThat((1 + atStart) * k + ROOM_FOR_OTHERS).isLessThanOrEqualTo(DemoOptions.MAX_CLIENTS);
    assertThat((1L + sites.size()) * k).isGreaterThan(DemoOptions.MAX_CLIENTS);
  }

  /** Whatever is left must not be enough for the eighth: one that starves is what fails. */
  @Test
  void the_websocket_core_as_a_whole_does_not_fit_into_what_is_left() {
    int left = DemoOptions.MAX_CLIENTS - 40 * RedisManager.CONNECTIONS;

    assertThat(left / RedisManager.CONNECTIONS).isLessThan(8);
  }

  @Test
  void the_document_states_the_same_figures() throws IOException {
    String document = Files.readString(Path.of("../docs/demo.md"));

    assertThat(document)
        .contains("k = " + RedisManager.CONNECTIONS)
        .contains("maxclients = " + DemoOptions.MAX_CLIENTS)
        .contains("headroom = " + ROOM_FOR_OTHERS);
  }

  @Test
  void no_source_and_no_setting_of_the_service_knows_the_agent() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/main"))) {
      for (Path file :
          files.filter(Files::isRegularFile).filter(IncidentShapeTest::isService).toList()) {
        String text = Files.readString(file).replaceAll("dev[./]ssot[./]demo", "");
        assertThat(text).as(file.toString()).doesNotContainIgnoringCase("ssot");
      }
    }
  }

  /** The story starts the service with the agent; it is no part of the service. */
  private static boolean isService(Path file) {
    return !file.startsWith("src/main/java/dev/ssot/demo/story");
  }
}
