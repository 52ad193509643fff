package dev.ssot.engine.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ConstructionRateTest {
  private final ConstructionRate rate = new ConstructionRate();

  @Test
  void a_burst_at_the_start_is_no_rate() {
    rate.tick(47, second(0));
    rate.tick(1_000, second(59));
    assertThat(rate.perMinute()).isZero();

    rate.tick(47, second(300));
    assertThat(rate.perMinute()).isZero();
  }

  @Test
  void a_steady_rate_is_told_from_the_second_minute_on() {
    for (int second = 0; second <= 60; second++) {
      rate.tick(5L * second, second(second));
    }

    assertThat(rate.perMinute()).isEqualTo(300);
  }

  @Test
  void what_is_older_than_five_minutes_counts_no_more() {
    for (int second = 0; second <= 60; second++) {
      rate.tick(5L * second, second(second));
    }
    for (int second = 61; second <= 400; second++) {
      rate.tick(300, second(second));
    }

    assertThat(rate.perMinute()).isZero();
  }

  @Test
  void between_two_steps_everyone_gets_the_same_number() {
    for (int second = 0; second <= 60; second++) {
      rate.tick(5L * second, second(second));
    }
    for (int second = 61; second < 90; second++) {
      rate.tick(1_000L * second, second(second));
      assertThat(rate.perMinute()).isEqualTo(300);
    }

    rate.tick(600, second(90));
    assertThat(rate.perMinute()).isEqualTo(400);
  }

  @Test
  void a_clock_that_starts_below_zero_is_as_good() {
    rate.tick(0, -second(90));
    rate.tick(60, -second(30));

    assertThat(rate.perMinute()).isEqualTo(60);
  }

  private static long second(int count) {
    return TimeUnit.SECONDS.toNanos(count);
  }
}
