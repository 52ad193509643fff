package dev.ssot.engine.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

final class StackLinesTest {
  @Test
  void frames_of_others_that_follow_one_another_become_one_line() {
    assertThat(
            StackLines.of(
                List.of(
                    "com.acme.A.a(A.java:1)",
                    "org.spring.B.b(B.java:2)",
                    "org.spring.C.c(C.java:3)",
                    "com.acme.D.d(D.java:4)",
                    "jdk.internal.E.e(E.java:5)",
                    "java.lang.Thread.run(Thread.java:6)")))
        .containsExactly(
            "com.acme.A.a(A.java:1)",
            "… 2 frames of org.spring",
            "com.acme.D.d(D.java:4)",
            "… 2 frames of the JDK");
  }

  @Test
  void a_single_frame_of_others_stays() {
    assertThat(
            StackLines.of(List.of("com.acme.A.a(A.java:1)", "java.lang.Thread.run(Thread.java)")))
        .containsExactly("com.acme.A.a(A.java:1)", "java.lang.Thread.run(Thread.java)");
  }

  @Test
  void one_s_own_frames_stay_up_to_a_limit() {
    assertThat(StackLines.of(Collections.nCopies(9, "com.acme.A.a(A.java:1)")))
        .hasSize(9)
        .endsWith("… 1 more frame");
  }

  @Test
  void a_class_without_a_package_has_frames_too() {
    assertThat(StackLines.of(List.of("A.a(A.java:1)", "B.b(B.java:2)", "A.c(A.java:3)")))
        .containsExactly("A.a(A.java:1)", "B.b(B.java:2)", "A.c(A.java:3)");
  }
}
