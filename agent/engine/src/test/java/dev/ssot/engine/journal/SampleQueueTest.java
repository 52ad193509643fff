package dev.ssot.engine.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ssot.bootstrap.options.Options;
import dev.ssot.engine.ledger.Limits;
import dev.ssot.engine.ledger.Site;
import dev.ssot.engine.ledger.Target;
import dev.ssot.engine.ledger.Targets;
import dev.ssot.engine.logging.Lines;
import dev.ssot.engine.place.Kind;
import dev.ssot.engine.place.Location;
import dev.ssot.engine.policy.Modes;
import dev.ssot.engine.policy.SitePolicy;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the log is told of call sites and of faults. */
final class SampleQueueTest {
  private static final String THING = Thing.class.getName();

  private final Lines lines = new Lines();
  private final SitePolicy policy = policy("allow=com.acme.Factory");
  private final SampleQueue queue = new SampleQueue(10, policy, new LoggedStacks(), lines);
  private final Target target = new Targets(new Limits(10_000, 3), queue, policy).of(Thing.class);

  @Test
  void nothing_is_said_on_the_thread_that_constructs() {
    site("com.acme.Chat", 1).countConstruction(new Thing());

    assertThat(lines.warnings()).isEmpty();
  }

  @Test
  void a_call_site_is_told_of_once_and_its_stacks_are_kept() {
    Site chat = site("com.acme.Chat", 41);
    chat.countConstruction(new Thing());
    chat.countConstruction(new Thing());
    queue.perform(0);
    chat.countConstruction(new Thing());
    queue.perform(0);

    assertThat(lines.warnings())
        .containsExactly("WARN " + THING + " constructed by com.acme.Chat.run(X.java:41) (new)");
    assertThat(chat.stacks().all()).isNotEmpty();
  }

  @Test
  void the_first_three_call_sites_of_a_target_are_told_of_with_their_stack_and_the_third_says_so() {
    for (int line = 1; line <= 47; line++) {
      site("com.acme.Chat", line).countConstruction(new Thing());
    }
    queue.perform(0);

    String title = "stack of the first construction seen there";
    assertThat(lines.warnings()).hasSize(47);
    assertThat(lines.thrown())
        .extracting(Throwable::getMessage)
        .containsExactly(
            title, title, title + "; the stacks of further call sites are in the report");
  }

  @Test
  void who_takes_a_snapshot_resolves_the_stacks_and_the_log_is_told_later() {
    Site chat = site("com.acme.Chat", 41);
    chat.countConstruction(new Thing());
    queue.settle();

    assertThat(chat.stacks().all()).hasSize(1);
    assertThat(lines.warnings()).isEmpty();

    queue.perform(0);
    queue.perform(0);
    assertThat(lines.warnings()).hasSize(1);
    assertThat(lines.thrown()).singleElement().extracting(Throwable::getStackTrace).isNotNull();
  }

  @Test
  void where_it_is_decided_what_becomes_of_a_call_site_the_verdict_tells_of_it() {
    SitePolicy deciding = policy("mode=enforce");
    SampleQueue other = new SampleQueue(10, deciding, new LoggedStacks(), lines);
    Target enforced = new Targets(new Limits(10, 3), other, deciding).of(Thing.class);
    Site site =
        enforced.site(Location.woven("com.acme.Chat", "run", "()V", 0, "X.java", 1, Kind.NEW));
    site.countRedirect();
    other.perform(0);

    assertThat(lines.warnings()).isEmpty();
    assertThat(site.stacks().all()).hasSize(1);
  }

  @Test
  void who_may_construct_is_not_told_of() {
    Site factory = site("com.acme.Factory", 7);
    factory.countConstruction(new Thing());
    queue.perform(0);

    assertThat(lines.warnings()).isEmpty();
    assertThat(factory.stacks().all()).hasSize(1);
  }

  @Test
  void of_more_stacks_than_there_is_room_for_the_rest_is_dropped_until_some_are_taken() {
    for (int line = 1; line <= 1_100; line++) {
      site("com.acme.Factory", line).countConstruction(new Thing());
    }
    queue.perform(0);
    site("com.acme.Factory", 2_000).countConstruction(new Thing());
    queue.perform(0);

    assertThat(target.sites().stream().filter(site -> !site.stacks().all().isEmpty()))
        .hasSize(1_001);
  }

  @Test
  void beyond_a_number_of_call_sites_the_log_names_the_report() {
    for (int line = 1; line <= 600; line++) {
      site("com.acme.Chat", line).countConstruction(new Thing());
    }
    queue.perform(0);

    assertThat(lines.warnings())
        .hasSize(501)
        .last()
        .isEqualTo("WARN 500 call sites logged; the others are in the report");
  }

  @Test
  void a_fault_that_happens_every_time_is_told_of_ever_more_rarely() {
    for (int i = 0; i < 1_000; i++) {
      queue.failed(new IllegalStateException("again"));
      queue.perform(0);
    }

    assertThat(lines.warnings()).hasSize(10);
    assertThat(lines.thrown()).hasSize(1);
  }

  @Test
  void faults_are_counted_and_told_of_together() {
    queue.failed(new IllegalStateException("first"));
    queue.failed(new IllegalStateException("second"));
    assertThat(queue.failures()).isEqualTo(2);
    assertThat(lines.warnings()).isEmpty();

    queue.perform(0);
    queue.perform(0);
    assertThat(lines.warnings()).containsExactly("WARN the agent failed; the application goes on");

    queue.failed(new IllegalStateException("third"));
    queue.perform(0);
    assertThat(lines.warnings()).hasSize(1);
    queue.failed(new IllegalStateException("fourth"));
    queue.perform(0);
    assertThat(lines.warnings())
        .hasSize(2)
        .last()
        .isEqualTo(
            "WARN the agent failed; the application goes on"
                + " (4 times so far; the last: java.lang.IllegalStateException)");
    assertThat(queue.failures()).isEqualTo(4);
  }

  private Site site(String caller, int line) {
    return target.site(Location.woven(caller, "run", "()V", 0, "X.java", line, Kind.NEW));
  }

  private static SitePolicy policy(String arguments) {
    try {
      Options options = Options.read(arguments, Map.of(), Map.of(), path -> Map.of());
      return new SitePolicy(options, new Modes(options, (table, changes) -> {}));
    } catch (Exception invalid) {
      throw new AssertionError(invalid);
    }
  }

  /** A target. */
  private static final class Thing {}
}
