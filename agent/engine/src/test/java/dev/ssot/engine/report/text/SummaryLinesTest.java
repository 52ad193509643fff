package dev.ssot.engine.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ssot.engine.place.Reason;
import dev.ssot.engine.report.Snapshots;
import dev.ssot.engine.snapshot.AgentSnapshot;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SummaryLinesTest {
  @Test
  void the_incident_takes_two_lines() {
    assertThat(SummaryLines.of(Snapshots.incident()))
        .containsExactly(
            "[ssot] com.acme.redis.RedisManager: 47 duplicates from 47 call sites in 47 files;"
                + " in all 48 constructions; report=ssot-report.json writes the list",
            "[ssot]   first to fix: WebSocketManager.java:61, WebSocketRoute.java:38,"
                + " WebSocketAuth.java:44 and 44 more");
  }

  @Test
  void redirects_are_counted() {
    assertThat(SummaryLines.of(Snapshots.enforced()).get(0))
        .contains("; in all 48 constructions, 1,120 redirects; report=");
  }

  @Test
  void a_lower_bound_is_called_one() {
    assertThat(SummaryLines.of(Snapshots.inexact()).get(0))
        .contains(": at least 9,999 duplicates from ");
  }

  @Test
  void without_debug_information_the_method_is_named() {
    assertThat(SummaryLines.of(Snapshots.noDebugInformation()).get(1))
        .isEqualTo("[ssot]   first to fix: com.acme.ws.ChatSocket.open");
  }

  @Test
  void a_target_without_duplicates_takes_one_line() {
    assertThat(SummaryLines.of(Snapshots.nothingFound()))
        .containsExactly(
            "[ssot] com.acme.RedisManager: no duplicates and no call site to fix: everyone shares"
                + " the one instance");
  }

  @Test
  void that_nothing_matched_is_said() {
    assertThat(SummaryLines.of(Snapshots.noTarget()))
        .containsExactly(
            "[ssot] no class that matches the option targets was loaded; nothing was changed");
  }

  @Test
  void a_member_that_does_not_exist_is_not_called_a_target() {
    AgentSnapshot snapshot = Snapshots.noTarget();
    AgentSnapshot.Refused absent = new AgentSnapshot.Refused();
    absent.className = "com.acme.Holder#get()";
    absent.reason = Reason.CANONICAL_ABSENT;
    snapshot.refused = List.of(absent);

    assertThat(SummaryLines.of(snapshot))
        .last()
        .isEqualTo(
            "[ssot] com.acme.Holder#get(), which canonical names, does not exist:"
                + " canonical-absent");
  }

  @Test
  void refused_targets_are_named() {
    assertThat(SummaryLines.of(Snapshots.weirdNames()))
        .contains("[ssot] com.acme.Color was refused as a target: enum");
  }
}
