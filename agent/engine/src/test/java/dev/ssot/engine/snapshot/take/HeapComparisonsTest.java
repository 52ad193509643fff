package dev.ssot.engine.snapshot.take;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ssot.engine.ledger.DetectionListener;
import dev.ssot.engine.ledger.Limits;
import dev.ssot.engine.ledger.StackSample;
import dev.ssot.engine.ledger.Target;
import dev.ssot.engine.ledger.Targets;
import dev.ssot.engine.ledger.Totals;
import dev.ssot.engine.place.Kind;
import dev.ssot.engine.place.Location;
import dev.ssot.engine.snapshot.TargetSnapshot;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Of the heap of the JVM that runs the tests. */
final class HeapComparisonsTest {
  private static final Location SITE =
      Location.woven("com.acme.Chat", "open", "()V", 0, "Chat.java", 41, Kind.NEW);

  private final Targets targets = new Targets(new Limits(5, 1), new Deaf(), (target, at) -> true);
  private final Target target =
      targets.loaded(Thing.class.getName(), HeapComparisonsTest.class.getClassLoader());
  private final List<Object> kept = new ArrayList<>();
  private Runnable meanwhile = () -> {};
  private final HeapComparisons comparisons =
      new HeapComparisons(
          targets,
          () -> {
            ClassHistogram histogram =
                ClassHistogram.ofLiveHeap(ManagementFactory.getPlatformMBeanServer());
            meanwhile.run();
            return histogram;
          });

  HeapComparisonsTest() {
    ManagementFactory.getPlatformMBeanServer();
  }

  @Test
  void nothing_is_known_before_somebody_asks() {
    construct(3);

    assertThat(snapshot(false).heap).isNull();
    assertThat(snapshot(false).totals.live()).isEqualTo(3);
  }

  @Test
  void what_is_tracked_and_what_is_not_add_up() throws Exception {
    construct(3);
    kept.add(new Thing());
    comparisons.compare();

    TargetSnapshot snapshot = snapshot(false);
    assertThat(snapshot.heap.instances).isEqualTo(4);
    assertThat(snapshot.heap.live).isEqualTo(3);
    assertThat(snapshot.heap.difference).isEqualTo(1);
    assertThat(snapshot.totals.live()).isEqualTo(4);
    assertThat(snapshot.totals.duplicates()).isEqualTo(3);
    assertThat(snapshot.beforeAttach).isZero();
  }

  @Test
  void a_late_agent_finds_what_was_there_before_it() throws Exception {
    kept.add(new Thing());
    kept.add(new Thing());
    construct(1);
    comparisons.compare();
    construct(1);

    TargetSnapshot snapshot = snapshot(true);
    assertThat(snapshot.beforeAttach).isEqualTo(2);
    assertThat(snapshot.totals.live()).isEqualTo(4);
    assertThat(snapshot.exact).isTrue();
  }

  @Test
  void beyond_the_limit_the_count_is_exact_until_something_is_constructed() throws Exception {
    construct(9);
    assertThat(snapshot(false).exact).isFalse();
    comparisons.compare();

    assertThat(snapshot(false).exact).isTrue();
    assertThat(snapshot(false).totals.live()).isEqualTo(9);
    construct(1);
    assertThat(snapshot(false).exact).isFalse();
    assertThat(snapshot(false).totals.live()).isEqualTo(5);
    assertThat(snapshot(false).heap.instances).as("the last answer stays").isEqualTo(9);
  }

  @Test
  void what_is_constructed_while_the_heap_is_counted_leaves_it_open() throws Exception {
    construct(9);
    meanwhile = () -> construct(2);
    comparisons.compare();

    assertThat(snapshot(false).heap.meanwhile).isEqualTo(2);
    assertThat(snapshot(false).exact).isFalse();
  }

  @Test
  void a_namesake_in_another_loader_leaves_it_open() throws Exception {
    kept.add(new Thing());
    construct(1);
    Target namesake = targets.loaded(Thing.class.getName(), ClassLoader.getPlatformClassLoader());
    comparisons.compare();

    assertThat(namesake.loader()).isNotNull();
    TargetSnapshot snapshot = snapshot(false);
    assertThat(snapshot.heap.loaders).isGreaterThanOrEqualTo(2);
    assertThat(snapshot.heap.instances).isEqualTo(2);
    assertThat(snapshot.totals.live()).isEqualTo(1);
  }

  private void construct(int times) {
    for (int i = 0; i < times; i++) {
      kept.add(target.site(SITE).countConstruction(new Thing()));
    }
  }

  /** As the assembler would take it. */
  private TargetSnapshot snapshot(boolean late) {
    TargetSnapshot snapshot = new TargetSnapshot();
    snapshot.totals = Totals.of(target);
    snapshot.exact = target.instances().isExact() && !late;
    comparisons.addTo(snapshot, target, late);
    return snapshot;
  }

  /** Nobody else makes these. */
  private static final class Thing {}

  /** Does not listen. */
  private static final class Deaf implements DetectionListener {
    @Override
    public void sampled(StackSample sample) {}

    @Override
    public void failed(Throwable problem) {}
  }
}
