package dev.ssot.engine.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.guarded.Holder;
import com.acme.guarded.Pool;
import com.acme.guarded.Stranger;
import dev.ssot.engine.guard.Guard;
import dev.ssot.engine.ledger.DetectionListener;
import dev.ssot.engine.ledger.Limits;
import dev.ssot.engine.ledger.StackSample;
import dev.ssot.engine.ledger.Target;
import dev.ssot.engine.ledger.Targets;
import dev.ssot.engine.logging.Lines;
import dev.ssot.engine.place.Kind;
import dev.ssot.engine.place.Location;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the log is told of calls that did nothing. */
final class GuardLogTest {
  private final Lines lines = new Lines();
  private final GuardLog log = new GuardLog(10, lines);
  private final Guard guard =
      new Guard(List.of("close"), (target, owner, method) -> false, type -> true, log);
  private final Pool pool = new Pool();

  @BeforeEach
  void shareThePool() {
    Pool.guard = guard::guards;
    Target target =
        new Targets(new Limits(10, 1), new Deaf(), (each, location) -> true).of(Pool.class);
    guard.share(
        pool,
        target.site(
            Location.woven(Holder.class.getName(), "open", "()V", 0, "X.java", 1, Kind.NEW)));
  }

  @Test
  void nothing_is_said_on_the_thread_that_closes() {
    Holder.close(pool);

    assertThat(lines.warnings()).isEmpty();
  }

  @Test
  void a_caller_is_named_once_with_what_it_called() {
    Holder.close(pool);
    Holder.close(pool);
    log.perform(0);
    log.perform(0);

    assertThat(lines.warnings())
        .containsExactly(
            "WARN %s.close() called by %s.close did nothing, since others share the instance"
                .formatted(Pool.class.getName(), Holder.class.getName()));
  }

  @Test
  void a_stranger_is_named_with_the_option_that_would_permit_it() {
    Target target =
        new Targets(new Limits(10, 1), new Deaf(), (each, location) -> true).of(Pool.class);
    guard.share(pool, target.site(Location.nowhere("unattributed")));

    Stranger.close(pool);
    log.perform(0);

    assertThat(lines.warnings())
        .containsExactly(
            "WARN %s.close() called by %s.close did nothing, since others share the instance; if that is its owner, set allow=%s#close"
                .formatted(
                    Pool.class.getName(), Stranger.class.getName(), Stranger.class.getName()));
  }

  /** Does not listen. */
  private static final class Deaf implements DetectionListener {
    @Override
    public void sampled(StackSample sample) {}

    @Override
    public void failed(Throwable problem) {}
  }
}
