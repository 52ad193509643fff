package dev.ssot.engine.canonical;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ssot.bootstrap.options.Options;
import dev.ssot.engine.canonical.TargetShape.Candidate;
import dev.ssot.engine.ledger.DetectionListener;
import dev.ssot.engine.ledger.Limits;
import dev.ssot.engine.ledger.StackSample;
import dev.ssot.engine.ledger.Target;
import dev.ssot.engine.ledger.Targets;
import dev.ssot.engine.place.ConstructorLines;
import dev.ssot.engine.place.Kind;
import dev.ssot.engine.place.Location;
import dev.ssot.engine.place.Reason;
import dev.ssot.engine.policy.Modes;
import dev.ssot.engine.policy.SitePolicy;
import dev.ssot.engine.redirect.QuietListener;
import dev.ssot.engine.redirect.Scene;
import dev.ssot.engine.snapshot.CanonicalSnapshot;
import dev.ssot.engine.snapshot.take.CanonicalSnapshots;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class CanonicalsTest {
  private static final Location CLINIT =
      Location.woven(Single.class.getName(), "<clinit>", "()V", 0, "Single.java", 12, Kind.NEW);

  private final Targets targets =
      new Targets(
          new Limits(10, 3),
          new DetectionListener() {
            @Override
            public void sampled(StackSample sample) {}

            @Override
            public void failed(Throwable problem) {
              throw new AssertionError(problem);
            }
          },
          (target, location) -> true);

  @Test
  void a_private_field_behind_a_method_is_described_by_the_method() throws Exception {
    CanonicalSnapshot snapshot =
        describe(
            "",
            List.of(candidate("INSTANCE", Modifier.PRIVATE)),
            List.of(candidate("getInstance", Modifier.PUBLIC)));

    assertThat(snapshot.source).isEqualTo("auto");
    assertThat(snapshot.description).isEqualTo(Single.class.getName() + "#getInstance()");
    assertThat(snapshot.replacement).isEqualTo("CanonicalsTest.Single.getInstance()");
    assertThat(snapshot.resolved).isFalse();
  }

  @Test
  void a_field_alone_is_what_the_source_should_name_if_others_may_read_it() throws Exception {
    var open = describe("", List.of(candidate("INSTANCE", Modifier.PUBLIC)), List.of());
    var closed = describe("", List.of(candidate("INSTANCE", Modifier.PRIVATE)), List.of());

    assertThat(open.replacement).isEqualTo("CanonicalsTest.Single.INSTANCE");
    assertThat(closed.description).isEqualTo(Single.class.getName() + "#INSTANCE");
    assertThat(closed.replacement).isNull();
  }

  @Test
  void what_is_not_unique_is_not_guessed() throws Exception {
    var fields = List.of(candidate("A", Modifier.PUBLIC), candidate("B", Modifier.PUBLIC));
    var methods = List.of(candidate("instance", 0), candidate("shared", 0));

    assertThat(describe("", fields, List.of()).description).isNull();
    assertThat(describe("", fields, List.of(candidate("getInstance", 0))).description).isNull();
    assertThat(describe("", List.of(), methods).description).isNull();
    assertThat(describe("", List.of(), List.of()).replacement).isNull();
  }

  @Test
  void a_named_holder_is_recommended_once_somebody_has_looked() throws Exception {
    String option = "canonical=com.acme.Holder#redis()";
    Canonicals canonicals = canonicals(option);
    Target target = targets.of(Single.class);
    canonicals.read(target, shape(List.of(), List.of()));
    CanonicalSnapshots snapshots = new CanonicalSnapshots(policy(option), canonicals);

    var before = snapshots.take(target);
    assertThat(before.source).isEqualTo("option");
    assertThat(before.description).isEqualTo("com.acme.Holder#redis()");
    assertThat(before.reason).isEqualTo(Reason.CANONICAL_UNCHECKED);
    assertThat(before.replacement).isNull();

    canonicals.tick();
    assertThat(snapshots.take(target).reason).isNull();
    assertThat(snapshots.take(target).replacement).isEqualTo("Holder.redis()");
  }

  @Test
  void the_instance_in_the_field_is_learned_with_its_birth() throws Exception {
    Canonicals canonicals = canonicals("");
    Target target = targets.of(Single.class);
    canonicals.read(target, shape(List.of(candidate("INSTANCE", Modifier.PRIVATE)), List.of()));
    canonicals.readFields();
    CanonicalSnapshots snapshots = new CanonicalSnapshots(policy(""), canonicals);
    assertThat(snapshots.take(target).resolved).as("nothing constructed yet").isFalse();

    target.site(CLINIT).countConstruction(Single.INSTANCE);
    canonicals.readFields();

    CanonicalSnapshot snapshot = snapshots.take(target);
    assertThat(snapshot.resolved).isTrue();
    assertThat(snapshot.identity)
        .isEqualTo(Integer.toHexString(System.identityHashCode(Single.INSTANCE)));
    assertThat(snapshot.birthSite).isEqualTo("Single.java:12");
    assertThat(snapshot.birthAt).isNotNull();
  }

  @Test
  void sites_are_linked_again_only_if_there_were_any_before_the_class_was_read() throws Exception {
    QuietListener listener = new QuietListener();
    Canonicals canonicals = canonicals("", listener);
    Target target = targets.of(Single.class);

    canonicals.read(target, shape(List.of(), List.of()));
    assertThat(listener.relinked).hasValue(0);

    target.site(CLINIT);
    canonicals.read(target, shape(List.of(candidate("INSTANCE", 0)), List.of()));
    assertThat(listener.relinked).hasValue(1);
  }

  @Test
  void a_class_that_is_read_again_as_it_was_changes_nothing() throws Exception {
    QuietListener listener = new QuietListener();
    Canonicals canonicals = canonicals("", listener);
    Target target = targets.of(Single.class);
    canonicals.read(target, shape(List.of(candidate("INSTANCE", 0)), List.of()));
    Canonical before = canonicals.of(target);
    target.site(CLINIT);

    canonicals.read(target, shape(List.of(candidate("INSTANCE", 0)), List.of()));

    assertThat(canonicals.of(target)).isSameAs(before);
    assertThat(listener.relinked).hasValue(0);
  }

  private CanonicalSnapshot describe(String option, List<Candidate> fields, List<Candidate> methods)
      throws Exception {
    Canonicals canonicals = canonicals(option);
    Target target = targets.of(Single.class);
    canonicals.read(target, shape(fields, methods));
    return new CanonicalSnapshots(policy(option), canonicals).take(target);
  }

  private static Canonicals canonicals(String option) throws Exception {
    return canonicals(option, new QuietListener());
  }

  private static Canonicals canonicals(String option, QuietListener listener) throws Exception {
    return new Canonicals(policy(option), listener, Scene.SAFE);
  }

  private static SitePolicy policy(String option) throws Exception {
    Options options = Options.read(option, Map.of(), Map.of(), path -> Map.of());
    return new SitePolicy(options, new Modes(options, (table, changes) -> {}));
  }

  private static TargetShape shape(List<Candidate> fields, List<Candidate> methods) {
    String name = Single.class.getName().replace('.', '/');
    return new TargetShape(name, 0, fields, methods, new ConstructorLines());
  }

  private static Candidate candidate(String name, int access) {
    return new Candidate(name, access | Modifier.STATIC | Modifier.FINAL);
  }

  /** A target with its own instance. */
  static final class Single {
    private static final Single INSTANCE = new Single();
  }
}
