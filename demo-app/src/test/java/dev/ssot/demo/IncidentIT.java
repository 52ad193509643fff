package dev.ssot.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ssot.demo.load.LoadClient;
import dev.ssot.demo.load.LoadPlan;
import dev.ssot.demo.load.LoadReport;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged demo by itself: it fails for lack of Redis clients, and for nothing else. */
class IncidentIT {
  private static final int SESSIONS = 12;

  @TempDir private Path temporary;

  @Test
  void redis_refuses_clients_and_every_session_closes_with_1011() throws Exception {
    try (DemoProcess demo = DemoProcess.serve(temporary, List.of())) {
      assertThat(demo.get("/actuator/health")).contains("\"status\":\"UP\"").doesNotContain("DOWN");

      LoadReport report = load(demo);

      assertThat(report.closeCodes()).isEqualTo(Map.of(1011, (long) SESSIONS));
      assertThat(report.worked()).isZero();
      // The monitor asks Redis once a second.
      Thread.sleep(2_500);
      assertThat(demo.metric("chat_redis_clients_connected")).isEqualTo(DemoOptions.MAX_CLIENTS);
      assertThat(demo.metric("chat_redis_clients_refused")).isGreaterThanOrEqualTo(SESSIONS);
      assertThat(demo.metric("chat_sessions_failed_total")).isEqualTo(SESSIONS);
      assertThat(demo.get("/actuator/health")).contains("ERR max number of clients reached");
    }
  }

  @Test
  void with_a_redis_that_has_room_the_same_service_works() throws Exception {
    try (DemoProcess demo = DemoProcess.serve(temporary, List.of(), "--redis-max-clients=1000")) {
      LoadReport report = load(demo);

      assertThat(report.closeCodes()).as(report.text()).isEqualTo(Map.of(1000, (long) SESSIONS));
      assertThat(report.worked()).isEqualTo(SESSIONS);
      assertThat(demo.get("/actuator/health")).contains("\"status\":\"UP\"").doesNotContain("DOWN");
      assertThat(demo.metric("chat_background_failures_total")).isZero();
      Thread.sleep(2_500);
      assertThat(demo.metric("chat_redis_clients_connected"))
          .as("each session has closed what it made")
          .isEqualTo(40 * 4);
      assertThat(demo.metric("chat_redis_clients_refused")).isZero();
    }
  }

  @Test
  void an_outside_redis_serves_as_well() throws Exception {
    try (DemoProcess owner = DemoProcess.serve(temporary, List.of(), "--redis-max-clients=1000")) {
      owner.url();
      String redis = owner.output().replaceAll("(?s).*Redis: (127.0.0.1:\\d+).*", "$1");
      try (DemoProcess guest = DemoProcess.serve(temporary, List.of(), "--redis=" + redis)) {
        assertThat(load(guest).worked()).isEqualTo(SESSIONS);
      }
      assertThat(load(owner).worked()).as("the guest has not stopped it").isEqualTo(SESSIONS);
    }
  }

  @Test
  void one_command_shows_the_incident_and_ends() throws Exception {
    try (DemoProcess demo = DemoProcess.run(temporary, List.of(), "incident", "--sessions=5")) {
      assertThat(demo.exitCode()).as(demo.output()).isZero();
      assertThat(demo.output())
          .contains("0 of 5 WebSocket sessions worked (0 %), close codes {1011=5}")
          .contains("176 of 176 clients connected");
    }
  }

  private static LoadReport load(DemoProcess demo) throws InterruptedException {
    return new LoadClient(new LoadPlan(demo.chatUrl(), SESSIONS, 3)).run();
  }
}
