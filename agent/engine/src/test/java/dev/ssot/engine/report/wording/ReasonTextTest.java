package dev.ssot.engine.report.wording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ssot.engine.detect.Reason;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ReasonTextTest {
  @ParameterizedTest
  @EnumSource
  void every_reason_is_explained_in_a_line(Reason reason) {
    String line = "  " + reason + ": " + ReasonText.of(reason);

    assertThat(ReasonText.of(reason)).isNotEmpty().doesNotEndWith(".");
    assertThat(line).hasSizeLessThanOrEqualTo(100);
  }
}
