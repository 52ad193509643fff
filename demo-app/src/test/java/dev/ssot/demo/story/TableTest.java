package dev.ssot.demo.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {

  @Test
  void figures_stand_below_each_other_and_what_is_missing_is_named() {
    String text =
        new Table(
                List.of(
                    Measured.figures(Act.WITHOUT, 0, 48, 176, 241_172_480L),
                    Measured.figures(Act.ALL, 20, 1, null, 31_457_280L)))
            .text();

    assertThat(text)
        .isEqualToNormalizingNewlines(
            """
            """
                .stripTrailing());
  }
}
