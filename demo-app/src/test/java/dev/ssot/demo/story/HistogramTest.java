package dev.ssot.demo.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HistogramTest {
  private static final Histogram HISTOGRAM =
      new Histogram(
          """
           num     #instances         #bytes  class name (module)
          -------------------------------------------------------
             1:        196608      201326592  [B (java.base@17.0.15)
             2:            48           1152  com.acme.Pool
             3:             7            168  com.acme.PoolFactory
          Total        196663      201327912
          """);

  @Test
  void a_class_is_found_by_its_whole_name() {
    assertThat(HISTOGRAM.instancesOf("com.acme.Pool")).isEqualTo(48);
    assertThat(HISTOGRAM.instancesOf("[B")).isEqualTo(196_608);
  }

  @Test
  void a_class_without_an_object_is_not_in_it() {
    assertThat(HISTOGRAM.instancesOf("com.acme.Poo")).isZero();
  }

  @Test
  void classes_of_a_package_are_counted() {
    assertThat(HISTOGRAM.classesBeginningWith("com.acme.")).isEqualTo(2);
    assertThat(HISTOGRAM.classesBeginningWith("com.other.")).isZero();
  }

  @Test
  void a_text_that_is_no_histogram_counts_nothing() {
    assertThat(new Histogram("Command executed successfully").instancesOf("[B")).isNull();
  }
}
