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
                              chat  closed       live  pools x                Redis      heap       latency                    wait
                             works    1011  instances     size              clients  after GC        median          95 %  for pool
            without agent      0 %      20         48   48 x 4           176 of 176    230 MB  not measured  not measured    0.3 ms
            enforce for all  100 %       0          1    1 x 4  not measured of 176     30 MB        9.5 ms        9.5 ms    0.3 ms
            """
                .stripTrailing());
  }
}
