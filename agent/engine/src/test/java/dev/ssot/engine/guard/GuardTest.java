package dev.ssot.engine.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.acme.guarded.Holder;
import com.acme.guarded.Pool;
import com.acme.guarded.Stranger;
import dev.ssot.engine.ledger.DetectionListener;
import dev.ssot.engine.ledger.Limits;
import dev.ssot.engine.ledger.Site;
import dev.ssot.engine.ledger.StackSample;
import dev.ssot.engine.ledger.Target;
import dev.ssot.engine.ledger.Targets;
import dev.ssot.engine.place.Kind;
import dev.ssot.engine.place.Location;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who may close what is shared. */
final class GuardTest {
  private final List<GuardedCall> told = new ArrayList<>();
  private final Set<String> owners = new HashSet<>(Set.of(Pool.class.getName()));
  private final Guard guard =
      new Guard(List.of("close", "shutdown"), this::isOwner, type -> true, told::add);
  private final Targets targets = targets();
  private final Target target = targets.loaded(Pool.class.getName(), Pool.class.getClassLoader());
  private final Pool pool = new Pool();

  @BeforeEach
  void connect() {
    Pool.guard = guard::guards;
  }

  @Test
  void what_is_not_shared_is_closed_by_anyone() {
    guard.share(new Pool(), site(Holder.class));

    Holder.close(pool);

    assertThat(pool.closed).isOne();
    assertThat(told).isEmpty();
  }

  @Test
  void once_closed_it_hands_out_nothing_and_lists_all_that_was_handed_out() {
    Pool earlier = new Pool();
    assertThat(guard.share(earlier, site(Holder.class))).isTrue();

    guard.close();

    assertThat(guard.share(pool, site(Stranger.class))).isFalse();
    assertThat(guard.formerOwners().get(Pool.class.getName())).contains(Holder.class.getName());
    guard.open();
    assertThat(guard.share(pool, site(Stranger.class))).isTrue();
  }

  @Test
  void whoever_was_given_the_instance_closes_nothing() {
    guard.share(pool, site(Holder.class));

    Holder.close(pool);
    Holder.close(pool);

    assertThat(pool.closed).isZero();
    assertThat(target.guarded.total()).isEqualTo(2);
    assertThat(target.guarded.all()).isEqualTo(Map.of(Holder.class.getName() + ".close", 2L));
  }

  @Test
  void a_caller_is_told_of_once_with_the_stack_of_the_application() {
    guard.share(pool, site(Holder.class));

    Holder.close(pool);
    Holder.close(pool);

    assertThat(told)
        .singleElement()
        .satisfies(
            call -> {
              assertThat(call.method).isEqualTo("close");
              assertThat(call.caller).isEqualTo(Holder.class.getName() + ".close");
              assertThat(call.frames(2))
                  .extracting(StackTraceElement::getClassName)
                  .containsExactly(Pool.class.getName(), Holder.class.getName());
            });
  }

  @Test
  void someone_who_was_not_given_it_closes_it() {
    guard.share(pool, site(Holder.class));

    Stranger.close(pool);

    assertThat(pool.closed).isOne();
  }

  @Test
  void someone_who_is_asked_to_by_a_holder_closes_nothing() {
    guard.share(pool, site(Holder.class));

    Holder.run(() -> Stranger.close(pool));

    assertThat(pool.closed).isZero();
  }

  @Test
  void an_owner_that_a_holder_calls_closes_it() {
    owners.add(Stranger.class.getName());
    guard.share(pool, site(Holder.class));

    Holder.run(() -> Stranger.close(pool));

    assertThat(pool.closed).isOne();
  }

  @Test
  void a_holder_that_an_owner_calls_closes_nothing() {
    owners.add(Stranger.class.getName());
    guard.share(pool, site(Holder.class));

    Stranger.run(() -> Holder.close(pool));

    assertThat(pool.closed).isZero();
  }

  @Test
  void the_target_s_own_code_closes_it_whoever_calls() {
    guard.share(pool, site(Holder.class));

    Holder.run(() -> Pool.closeAll(pool));

    assertThat(pool.closed).isOne();
  }

  @Test
  void guarded_methods_that_call_each_other_speak_for_whoever_called_the_first() {
    guard.share(pool, site(Holder.class));

    Holder.run(pool::shutdown);
    assertThat(pool.closed).isZero();

    Stranger.run(pool::shutdown);
    assertThat(pool.closed).isOne();
  }

  @Test
  void a_method_reference_is_its_writer_s_on_whatever_thread() throws Exception {
    guard.share(pool, site(Holder.class));
    var executor = Executors.newSingleThreadExecutor();
    try {
      executor.submit(Holder.closing(pool)).get();
      assertThat(pool.closed).isZero();

      executor.submit(Stranger.closing(pool)).get();
      assertThat(pool.closed).isOne();
    } finally {
      executor.shutdown();
    }
    assertThat(target.guarded.all()).isEqualTo(Map.of(Holder.class.getName(), 1L));
  }

  @Test
  void nested_classes_act_for_the_class_around_them() {
    guard.share(pool, site(Holder.class.getName() + "$1", "run"));

    Holder.close(pool);

    assertThat(pool.closed).isZero();
  }

  @Test
  void the_site_that_made_what_is_now_shared_owns_it_no_more() {
    Site maker = site(Holder.class);
    maker.countConstruction(pool);
    guard.share(pool, site("com.acme.Other", "open"));

    Holder.close(pool);

    assertThat(pool.closed).isZero();
  }

  @Test
  void an_owner_that_made_what_is_now_shared_stays_its_owner() {
    owners.add(Holder.class.getName());
    Site maker = site(Holder.class);
    maker.countConstruction(pool);
    guard.share(pool, site("com.acme.Other", "open"));

    Holder.close(pool);

    assertThat(pool.closed).isOne();
  }

  @Test
  void once_handed_on_it_is_closed_by_nobody_but_an_owner() {
    guard.share(pool, handingOn(Holder.class));

    Stranger.close(pool);
    assertThat(pool.closed).isZero();

    Pool.closeAll(pool);
    assertThat(pool.closed).isOne();
  }

  @Test
  void what_its_maker_handed_on_is_the_maker_s_until_somebody_else_is_given_it() {
    guard.keep(pool, handingOn(Holder.class));

    Stranger.close(pool);
    assertThat(pool.closed).isOne();

    guard.share(pool, site("com.acme.Other", "open"));
    Stranger.close(pool);
    assertThat(pool.closed).isOne();
  }

  @Test
  void a_stranger_is_told_what_would_make_it_an_owner() {
    guard.share(pool, handingOn(Holder.class));

    Stranger.close(pool);
    Stranger.run(() -> Holder.close(pool));

    assertThat(told)
        .extracting(call -> call.caller, call -> call.allow)
        .containsExactly(
            tuple(Stranger.class.getName() + ".close", Stranger.class.getName() + "#close"),
            tuple(Holder.class.getName() + ".close", null));
  }

  @Test
  void an_owner_that_strangers_are_called_by_still_owns_what_was_handed_on() {
    owners.add(Holder.class.getName());
    guard.share(pool, handingOn(Holder.class));

    Holder.run(() -> Stranger.close(pool));

    assertThat(pool.closed).isOne();
  }

  @Test
  void what_its_first_maker_handed_on_is_in_anybody_s_hands() {
    handingOn(Holder.class).countConstruction(pool);
    guard.share(pool, site("com.acme.Other", "open"));

    Stranger.close(pool);

    assertThat(pool.closed).isZero();
  }

  @Test
  void other_ways_than_a_plain_new_always_hand_on() {
    guard.share(pool, target.site(Location.nowhere("unattributed")));

    Stranger.close(pool);

    assertThat(pool.closed).isZero();
  }

  @Test
  void equal_instances_are_not_the_same() {
    guard.share(pool, site(Holder.class));
    Pool equal = new Pool();
    assertThat(equal).isEqualTo(pool);

    Holder.close(equal);

    assertThat(equal.closed).isOne();
  }

  @Test
  void an_instance_is_not_kept_alive() throws Exception {
    var gone = new WeakReference<>(new Pool());
    guard.share(gone.get(), site(Holder.class));

    for (int i = 0; i < 100 && gone.get() != null; i++) {
      System.gc();
      Thread.sleep(10);
    }

    assertThat(gone.get()).isNull();
    guard.share(pool, site(Holder.class));
    Holder.close(pool);
    assertThat(pool.closed).isZero();
  }

  private boolean isOwner(Target of, String className, String method) {
    return owners.contains(className);
  }

  private Site handingOn(Class<?> caller) {
    Site site = site(caller);
    targets.handingOn().add(site.location.className, site.location.method, site.location.line);
    return site;
  }

  private Site site(Class<?> caller) {
    return site(caller.getName(), "open");
  }

  private Site site(String className, String method) {
    return target.site(Location.woven(className, method, "()V", 0, "A.java", 1, Kind.NEW));
  }

  private static Targets targets() {
    var listener =
        new DetectionListener() {
          @Override
          public void sampled(StackSample sample) {}

          @Override
          public void failed(Throwable problem) {
            throw new AssertionError(problem);
          }
        };
    return new Targets(new Limits(100, 3), listener, (name, location) -> true);
  }
}
