package dev.ssot.engine.place;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ReasonTest {
  @ParameterizedTest
  @EnumSource
  void every_reason_is_explained_in_a_line(Reason reason) {
    String line = "  " + reason + ": " + reason.sentence();

    assertThat(reason.sentence()).isNotEmpty().doesNotEndWith(".");
    assertThat(line).hasSizeLessThanOrEqualTo(100);
  }
}
