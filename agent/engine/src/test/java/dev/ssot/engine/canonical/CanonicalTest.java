package dev.ssot.engine.canonical;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ssot.engine.place.Reason;
import dev.ssot.engine.redirect.Scene;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class CanonicalTest {
  private static final long LONG = 600_000;
  private static final TargetShape SHAPE = Scene.shape(Own.class);

  private final Object one = new Object();
  private final Object other = new Object();

  @Test
  void a_provider_that_answers_two_objects_is_a_factory_and_stays_one() {
    Canonical canonical = new Canonical(member("com.acme.Holder#get()"), false);

    assertThat(canonical.learn(one)).as("sites are linked to nothing yet").isFalse();
    assertThat(canonical.learn(one)).isFalse();
    assertThat(canonical.learn(other)).as("sites are linked to the wrong one").isTrue();

    assertThat(canonical.refusal()).isEqualTo(Reason.CANONICAL_FACTORY);
    assertThat(canonical.instance()).isNull();
    assertThat(canonical.learn(one)).isFalse();
    assertThat(canonical.instance()).isNull();
  }

  @Test
  void a_field_that_is_written_again_holds_another_one_from_then_on() {
    Canonical canonical = new Canonical(member("com.acme.Holder#FIELD"), false);

    canonical.learn(one);

    assertThat(canonical.learn(other)).isTrue();
    assertThat(canonical.instance()).isSameAs(other);
    assertThat(canonical.refusal()).isNull();
  }

  @Test
  void of_two_first_constructions_one_was_first() {
    Canonical canonical = new Canonical(CanonicalMember.UNKNOWN, true);

    assertThat(canonical.learnFirst(one)).isSameAs(one);
    assertThat(canonical.learnFirst(other)).isSameAs(one);
    assertThat(canonical.instance()).isSameAs(one);
  }

  @Test
  void nothing_unique_is_refused_unless_the_first_is_wanted() {
    assertThat(new Canonical(CanonicalMember.UNKNOWN, false).refusal())
        .isEqualTo(Reason.CANONICAL_UNKNOWN);
    assertThat(new Canonical(CanonicalMember.UNKNOWN, true).refusal()).isNull();
  }

  @Test
  void whoever_waits_goes_on_as_soon_as_it_is_known() throws Exception {
    Canonical canonical = new Canonical(member("com.acme.Holder#get()"), false);
    FutureTask<Object> waiting = waiting(canonical, new AtomicBoolean(true));

    canonical.learn(one);

    assertThat(waiting.get()).isSameAs(one);
  }

  @Test
  void whoever_waits_goes_on_when_there_is_nothing_to_wait_for() throws Exception {
    Canonical canonical = new Canonical(member("com.acme.Holder#get()"), false);
    AtomicBoolean pending = new AtomicBoolean(true);
    FutureTask<Object> waiting = waiting(canonical, pending);

    pending.set(false);
    synchronized (canonical) {
      canonical.notifyAll();
    }

    assertThat(waiting.get()).isNull();
    assertThat(canonical.isGivenUp()).isFalse();
  }

  @Test
  void after_three_vain_waits_nobody_waits_until_it_is_known() {
    Canonical canonical = new Canonical(member("com.acme.Holder#get()"), false);
    for (int i = 0; i < 3; i++) {
      assertThat(canonical.isGivenUp()).as("after %s", i).isFalse();
      assertThat(canonical.await(() -> true, 1)).isNull();
    }
    assertThat(canonical.isGivenUp()).isTrue();

    canonical.learn(one);

    assertThat(canonical.isGivenUp()).isFalse();
    assertThat(canonical.await(() -> true, LONG)).isSameAs(one);
  }

  @Test
  void a_stand_in_is_shared_until_the_instance_is_known_and_makes_no_factory() {
    Canonical canonical = new Canonical(member("com.acme.Holder#get()"), false);

    assertThat(canonical.letStandIn(one)).isTrue();
    assertThat(canonical.letStandIn(other)).as("there is one already").isFalse();
    assertThat(canonical.shared()).isSameAs(one);
    assertThat(canonical.instance()).isNull();

    assertThat(canonical.learn(other)).as("sites are linked to the stand-in").isTrue();
    assertThat(canonical.shared()).isSameAs(other);
    assertThat(canonical.standIn()).isNull();
    assertThat(canonical.refusal()).isNull();
    assertThat(canonical.letStandIn(one)).isFalse();
  }

  @Test
  void a_stand_in_that_the_application_takes_for_its_own_changes_no_link() {
    Canonical canonical = new Canonical(member("com.acme.Holder#get()"), false);
    canonical.letStandIn(one);

    assertThat(canonical.learn(one)).isFalse();
    assertThat(canonical.instance()).isSameAs(one);
  }

  @Test
  void a_stand_in_that_has_ended_is_not_shared() {
    Canonical canonical = new Canonical(member("com.acme.Holder#get()"), false);
    canonical.letStandIn(one);

    assertThat(canonical.end(one)).isTrue();
    assertThat(canonical.letStandIn(one)).isFalse();
    assertThat(canonical.letStandIn(other)).isTrue();
  }

  @Test
  void an_interrupted_thread_does_not_wait_and_stays_interrupted() {
    Canonical canonical = new Canonical(member("com.acme.Holder#get()"), false);

    Thread.currentThread().interrupt();

    assertThat(canonical.await(() -> true, LONG)).isNull();
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void what_the_application_lets_go_of_is_forgotten() throws Exception {
    Canonical canonical = new Canonical(CanonicalMember.UNKNOWN, true);
    canonical.learnFirst(new Object());

    for (int i = 0; i < 500 && canonical.instance() != null; i++) {
      System.gc();
      Thread.sleep(10);
    }

    assertThat(canonical.instance()).isNull();
    assertThat(canonical.learnFirst(one)).isSameAs(one);
  }

  @Test
  void the_target_s_own_field_is_read_once_it_is_written() {
    Canonical canonical = new Canonical(member(Own.class.getName() + "#value"), false);
    canonical.readField(Own.class);
    assertThat(canonical.instance()).as("its initialiser has not come that far").isNull();
    assertThat(canonical.needsField()).isTrue();

    Own.value = new Own();
    canonical.readField(Own.class);

    assertThat(canonical.instance()).isSameAs(Own.value);
    assertThat(canonical.needsField()).isFalse();
  }

  @Test
  void a_subclass_in_the_field_is_not_the_canonical_instance() {
    Canonical canonical = new Canonical(auto(Parent.class), false);

    canonical.readField(Parent.class);

    assertThat(Parent.INSTANCE).isNotExactlyInstanceOf(Parent.class);
    assertThat(canonical.instance()).isNull();
  }

  @Test
  void where_the_field_is_closed_the_method_is_asked_if_there_is_one() {
    Canonical field = new Canonical(auto(Parent.class), false);
    Canonical method = new Canonical(auto(Both.class), false);
    assertThat(method.hasProvider()).isFalse();

    field.readField(String.class); // has no such field: as good as closed
    method.readField(String.class);

    assertThat(field.hasProvider()).isFalse();
    assertThat(method.hasProvider()).isTrue();
    assertThat(method.needsField()).isFalse();
  }

  private static FutureTask<Object> waiting(Canonical canonical, AtomicBoolean pending)
      throws InterruptedException {
    FutureTask<Object> task = new FutureTask<>(() -> canonical.await(pending::get, LONG));
    Thread thread = new Thread(task);
    thread.start();
    while (thread.getState() != Thread.State.TIMED_WAITING) {
      Thread.sleep(1);
    }
    return task;
  }

  private static CanonicalMember member(String option) {
    return CanonicalMember.of(Scene.options("canonical=" + option).canonical(), SHAPE);
  }

  private static CanonicalMember auto(Class<?> type) {
    return CanonicalMember.of(Scene.options("").canonical(), Scene.shape(type));
  }

  static final class Own {
    static Own value;
  }

  static class Parent {
    static final Parent INSTANCE = proxy();

    private static Parent proxy() {
      return new Parent() {};
    }
  }

  static final class Both {
    private static final Both INSTANCE = new Both();

    static Both getInstance() {
      return INSTANCE;
    }
  }
}
