package dev.ssot.engine.wording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ssot.engine.snapshot.SiteSnapshot;
import dev.ssot.engine.snapshot.StackSnapshot;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

final class StackLinesTest {
  @Test
  void frames_of_one_library_that_follow_one_another_become_one_line() {
    assertThat(
            lines(
                "com.acme.A.a(A.java:1)",
                "org.springframework.web.B.b(B.java:2)",
                "org.springframework.core.C.c(C.java:3)",
                "com.acme.D.d(D.java:4)",
                "java.base/jdk.internal.E.e(E.java:5)",
                "java.lang.Thread.run(Thread.java:6)"))
        .containsExactly(
            "com.acme.A.a(A.java:1)",
            "… 2 frames of org.springframework",
            "com.acme.D.d(D.java:4)",
            "… 2 frames of the JDK");
  }

  @Test
  void a_single_frame_of_a_library_stays() {
    assertThat(lines("com.acme.A.a(A.java:1)", "java.lang.Thread.run(Thread.java)"))
        .containsExactly("com.acme.A.a(A.java:1)", "java.lang.Thread.run(Thread.java)");
  }

  @Test
  void frames_that_may_be_the_reader_s_own_are_never_left_out() {
    List<String> frames = Collections.nCopies(40, "com.acme.A.a(A.java:1)");
    assertThat(lines(frames)).isEqualTo(frames);

    List<String> ofAnotherTeam =
        Collections.nCopies(12, "app//org.partner.billing.Invoices.send(Invoices.java:7)");
    assertThat(lines(ofAnotherTeam)).isEqualTo(ofAnotherTeam);
    assertThat(lines("organic.A.a(A.java:1)", "scalable.B.b(B.java:1)", "kotlinish.C.c(C.java:1)"))
        .hasSize(3);
  }

  @Test
  void whoever_writes_a_known_library_sees_its_own_frames() {
    SiteSnapshot site = site("org.apache.storm.Bolt", "org.apache.storm.Bolt.a(Bolt.java:1)");
    site.stacks =
        List.of(
            new StackSnapshot(
                1,
                List.of(
                    "org.apache.storm.Bolt.a(Bolt.java:1)",
                    "org.apache.storm.Topology.b(Topology.java:2)",
                    "redis.clients.jedis.C.c(C.java:3)",
                    "redis.clients.jedis.D.d(D.java:4)")));

    assertThat(StackLines.of(site))
        .containsExactly(
            "org.apache.storm.Bolt.a(Bolt.java:1)",
            "org.apache.storm.Topology.b(Topology.java:2)",
            "… 2 frames of redis.clients");
  }

  @Test
  void a_class_without_a_package_has_frames_too() {
    assertThat(lines("A.a(A.java:1)", "B.b(B.java:2)", "A.c(A.java:3)"))
        .containsExactly("A.a(A.java:1)", "B.b(B.java:2)", "A.c(A.java:3)");
  }

  private static List<String> lines(String... frames) {
    return lines(List.of(frames));
  }

  private static List<String> lines(List<String> frames) {
    SiteSnapshot site = site("com.acme.A");
    site.stacks = List.of(new StackSnapshot(1, frames));
    return StackLines.of(site);
  }

  private static SiteSnapshot site(String className, String... frames) {
    SiteSnapshot site = new SiteSnapshot();
    site.className = className;
    site.stacks = List.of(new StackSnapshot(1, List.of(frames)));
    return site;
  }
}
