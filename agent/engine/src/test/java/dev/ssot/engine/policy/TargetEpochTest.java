package dev.ssot.engine.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ssot.engine.ledger.PlainSites;
import dev.ssot.engine.ledger.Recorder;
import dev.ssot.engine.ledger.Target;
import java.lang.invoke.SwitchPoint;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** When call sites link themselves again, and when they look up. */
final class TargetEpochTest {
  private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - 1); // it may overflow
  private final TargetEpoch epoch = new TargetEpoch(new PlainSites(), clock::get);

  @Test
  void the_end_of_an_instance_ends_the_epoch() {
    SwitchPoint before = epoch.current();

    epoch.instanceChanged();

    assertThat(before.hasBeenInvalidated()).isTrue();
    assertThat(epoch.current().hasBeenInvalidated()).isFalse();
    assertThat(epoch.looksUp()).isFalse();
  }

  @Test
  void an_instance_that_ends_three_times_a_minute_is_looked_up_and_ends_nothing_more() {
    change(3, Duration.ofSeconds(25));
    assertThat(epoch.looksUp()).isTrue();
    SwitchPoint current = epoch.current();
    assertThat(current.hasBeenInvalidated()).isFalse();

    change(1_000, Duration.ofSeconds(1));

    assertThat(epoch.current()).isSameAs(current);
    assertThat(current.hasBeenInvalidated()).isFalse();
  }

  @Test
  void an_instance_that_ends_now_and_then_stays_linked() {
    change(100, Duration.ofSeconds(31));

    assertThat(epoch.looksUp()).isFalse();
  }

  @Test
  void after_five_quiet_minutes_the_instance_is_linked_again() {
    change(5, Duration.ofSeconds(1));

    pass(Duration.ofSeconds(298));
    assertThat(epoch.looksUp()).isTrue();
    pass(Duration.ofSeconds(2));
    assertThat(epoch.looksUp()).isFalse();

    SwitchPoint linked = epoch.current();
    change(1, Duration.ofSeconds(1));
    assertThat(linked.hasBeenInvalidated()).as("what is linked has to end").isTrue();
    assertThat(epoch.looksUp()).isFalse();
  }

  @Test
  void a_switch_of_modes_ends_the_epochs_of_all_targets_at_any_time() {
    ModeEpoch modes = new ModeEpoch();
    TargetEpoch one = modes.of(target("com.acme.One"));
    TargetEpoch other = modes.of(target("com.acme.Other"));
    for (int i = 0; i < 10; i++) {
      one.instanceChanged();
    }
    SwitchPoint ofOne = one.current();
    SwitchPoint ofOther = other.current();

    modes.next();

    assertThat(ofOne.hasBeenInvalidated()).isTrue();
    assertThat(ofOther.hasBeenInvalidated()).isTrue();
  }

  @Test
  void what_happens_to_one_target_is_nothing_to_another() {
    ModeEpoch modes = new ModeEpoch();
    Target one = target("com.acme.One");
    SwitchPoint ofOther = modes.of(target("com.acme.Other")).current();

    modes.of(one).instanceChanged();
    modes.of(one).next();

    assertThat(modes.of(one)).isSameAs(modes.of(one));
    assertThat(ofOther.hasBeenInvalidated()).isFalse();
  }

  private static Target target(String name) {
    return new Recorder().target(name, 10);
  }

  /** Changes the instance that often; each time some time passes. */
  private void change(int times, Duration between) {
    for (int i = 0; i < times; i++) {
      epoch.instanceChanged();
      pass(between);
    }
  }

  private void pass(Duration time) {
    clock.addAndGet(time.toNanos());
  }
}
