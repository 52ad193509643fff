package dev.ssot.engine.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ssot.engine.place.Kind;
import dev.ssot.engine.place.Location;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
final class InstancesTest {
  private static final Location HERE =
      Location.woven("com.acme.Caller", "open", "()V", 0, "Caller.java", 41, Kind.NEW);

  @Test
  void live_falls_when_instances_are_collected() throws Exception {
    Target target = new Recorder().target("com.acme.RedisManager", 100);
    Site site = target.site(HERE);
    List<Object> kept = construct(site, 5);
    construct(site, 20);

    awaitLive(target, 5);
    assertThat(site.live()).isEqualTo(5);
    assertThat(target.instances().isExact()).isTrue();
    assertThat(site.constructions()).isEqualTo(25);

    kept.clear();
    awaitLive(target, 0);
    assertThat(site.live()).isZero();
  }

  @Test
  void beyond_the_limit_the_count_is_a_lower_bound() {
    Target target = new Recorder().target("com.acme.RedisManager", 10);
    List<Object> kept = construct(target.site(HERE), 25);

    assertThat(target.instances().live()).isEqualTo(10);
    assertThat(target.instances().isExact()).isFalse();
    assertThat(target.site(HERE).constructions()).isEqualTo(kept.size());
  }

  @Test
  void tracking_goes_on_once_there_is_room() throws Exception {
    Target target = new Recorder().target("com.acme.RedisManager", 10);
    Site site = target.site(HERE);
    List<Object> kept = construct(site, 25);
    target.tick(0, 0, new PlainCounts());
    assertThat(target.instances().live()).as("no room yet").isEqualTo(10);

    kept.clear();
    awaitLive(target, 0);
    target.tick(1, 1, new PlainCounts());
    List<Object> later = construct(site, 3);

    assertThat(target.instances().live()).isEqualTo(later.size());
    assertThat(target.instances().isExact()).as("others may be alive").isFalse();
  }

  @Test
  void tracking_that_ends_again_and_again_waits_longer_each_time() throws Exception {
    Target target = new Recorder().target("com.acme.RedisManager", 1);
    List<Integer> rounds = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      target.site(HERE).resume();
      construct(target.site(HERE), 2);
      awaitLive(target, 0);
      int round = 1;
      while (!target.instances().resume() && round < 1_000) {
        round++;
      }
      rounds.add(round);
    }

    assertThat(rounds).containsExactly(1, 2, 4, 8, 16, 32, 64, 128, 128, 128);
  }

  @Test
  void without_a_limit_above_zero_nothing_is_tracked() {
    Target target = new Recorder().target("com.acme.RedisManager", 0);
    construct(target.site(HERE), 1);

    assertThat(target.instances().resume()).isFalse();
  }

  @Test
  void the_site_that_made_an_instance_is_found() {
    Target target = new Recorder().target("com.acme.RedisManager", 10);
    Location elsewhere =
        Location.woven("com.acme.Other", "run", "()V", 0, "Other.java", 7, Kind.NEW);
    Object made = construct(target.site(HERE), 1).get(0);
    Object other = construct(target.site(elsewhere), 1).get(0);

    assertThat(target.instances().madeBy(made).location).isEqualTo(HERE);
    assertThat(target.instances().madeBy(other).location).isEqualTo(elsewhere);
    assertThat(target.instances().madeBy(new Object())).isNull();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1_000})
  void what_this_thread_has_made_since_a_moment_is_known_tracked_or_not(int limit)
      throws Exception {
    Target target = new Recorder().target("com.acme.RedisManager", limit);
    Site site = target.site(HERE);
    Object before = construct(site, 1).get(0);
    long moment = target.instances().order();
    site.lookAtNext();
    Object after = construct(site, 1).get(0);
    List<Object> elsewhere = new ArrayList<>();
    site.lookAtNext();
    Thread other = new Thread(() -> elsewhere.addAll(construct(site, 1)));
    other.start();
    other.join();

    assertThat(target.instances().madeSince(after, moment)).isSameAs(site);
    assertThat(target.instances().madeSince(before, moment)).isNull();
    assertThat(target.instances().madeSince(elsewhere.get(0), moment)).isNull();
    assertThat(target.instances().isFull()).isEqualTo(limit == 0);
  }

  @Test
  void the_equals_of_an_instance_is_never_called() {
    Target target = new Recorder().target("com.acme.RedisManager", 10);
    Object hostile =
        new Object() {
          @Override
          public boolean equals(Object other) {
            throw new AssertionError("called");
          }

          @Override
          public int hashCode() {
            throw new AssertionError("called");
          }

          @Override
          public String toString() {
            throw new AssertionError("called");
          }
        };

    target.site(HERE).countConstruction(hostile);
    target.site(HERE).countConstruction(hostile);

    assertThat(target.instances().live()).isEqualTo(2);
    assertThat(target.instances().madeBy(hostile)).isNotNull();
  }

  private static List<Object> construct(Site site, int times) {
    List<Object> made = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      made.add(site.countConstruction(new Object()));
    }
    return made;
  }

  private static void awaitLive(Target target, int expected) throws InterruptedException {
    while (target.instances().live() != expected) {
      System.gc();
      Thread.sleep(20);
    }
  }
}
