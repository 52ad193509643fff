package dev.ssot.engine.snapshot.take;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ClassHistogramTest {
  /** Of JDK 8, cut. */
  private static final String OF_8 =
      """

       num     #instances         #bytes  class name
      ----------------------------------------------
         1:          1203         102344  [C
         2:            48            768  com.acme.RedisManager
         3:             7            112  com.acme.RedisManager$Pool
      Total          1258         103224
      """;

  /** Of JDK 17, cut; one class in two loaders. */
  private static final String OF_17 =
      """
       num     #instances         #bytes  class name (module)
      -------------------------------------------------------
         1:         10203         902344  [B (java.base@17.0.15)
         2:            40            640  com.acme.RedisManager
         3:             8            128  com.acme.RedisManager
      Total         10251         903112
      """;

  @Test
  void objects_of_exactly_that_class_are_counted() {
    ClassHistogram histogram = ClassHistogram.of(OF_8);

    assertThat(histogram.instances("com.acme.RedisManager")).isEqualTo(48);
    assertThat(histogram.classes("com.acme.RedisManager")).isEqualTo(1);
    assertThat(histogram.instances("com.acme.RedisManager$Pool")).isEqualTo(7);
  }

  @Test
  void loaders_are_added_up() {
    ClassHistogram histogram = ClassHistogram.of(OF_17);

    assertThat(histogram.instances("com.acme.RedisManager")).isEqualTo(48);
    assertThat(histogram.classes("com.acme.RedisManager")).isEqualTo(2);
  }

  @Test
  void a_class_without_objects_has_no_line() {
    assertThat(ClassHistogram.of(OF_17).instances("com.acme.Other")).isZero();
    assertThat(ClassHistogram.of(OF_17).classes("com.acme.Other")).isZero();
  }

  @Test
  void this_jvm_counts_what_is_reachable() throws Exception {
    ManagementFactory.getPlatformMBeanServer();
    List<Marked> kept = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      Marked made = new Marked();
      if (i % 10 == 0) {
        kept.add(made);
      }
    }

    assertThat(
            ClassHistogram.ofLiveHeap(ManagementFactory.getPlatformMBeanServer())
                .instances(Marked.class.getName()))
        .isEqualTo(kept.size());
  }

  /** Nobody else makes these. */
  private static final class Marked {}
}
