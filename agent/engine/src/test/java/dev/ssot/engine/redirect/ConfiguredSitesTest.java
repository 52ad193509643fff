package dev.ssot.engine.redirect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ssot.bootstrap.options.Options;
import dev.ssot.engine.canonical.Canonicals;
import dev.ssot.engine.canonical.TargetShape;
import dev.ssot.engine.guard.Guard;
import dev.ssot.engine.ledger.DetectionListener;
import dev.ssot.engine.ledger.Limits;
import dev.ssot.engine.ledger.Site;
import dev.ssot.engine.ledger.StackSample;
import dev.ssot.engine.ledger.Targets;
import dev.ssot.engine.place.ConstructorLines;
import dev.ssot.engine.place.Kind;
import dev.ssot.engine.place.Location;
import dev.ssot.engine.place.Reason;
import dev.ssot.engine.policy.Modes;
import dev.ssot.engine.policy.SitePolicy;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ConfiguredSitesTest {
  private static final Location OPEN =
      Location.woven("com.acme.Chat", "open", "()V", 0, "Chat.java", 12, Kind.NEW);

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
  void a_site_that_configures_the_object_keeps_it_unless_told_otherwise() throws Exception {
    assertThat(reasonToKeep("canonical=first")).isNull();

    targets.configuring().add(OPEN.className, OPEN.method, OPEN.line);

    assertThat(reasonToKeep("canonical=first")).isEqualTo(Reason.CONFIGURED_AFTER_CONSTRUCTION);
    assertThat(reasonToKeep("canonical=first,configured=ignore")).isNull();
  }

  @Test
  void what_is_configured_for_one_is_first_for_all_only_if_it_is_the_factory_that_is_named()
      throws Exception {
    targets.configuring().add(OPEN.className, OPEN.method, OPEN.line);
    Object configured = targets.of(Client.class).site(OPEN).countConstruction(new Client());

    assertThat(first("")).isNull();
    assertThat(first(",configured=ignore")).isSameAs(configured);
    assertThat(first(",allow=com.acme.Chat")).isSameAs(configured);
  }

  @Test
  void what_can_be_configured_by_anyone_is_not_shared_unless_somebody_declared_which()
      throws Exception {
    targets.of(Client.class).noteState(true, true);

    assertThat(reasonToKeep("canonical=first")).isEqualTo(Reason.CONFIGURABLE);
    assertThat(reasonToKeep("canonical=first,allow=com.acme.Factory"))
        .isEqualTo(Reason.CONFIGURABLE);
    assertThat(reasonToKeep("canonical=first,configured=ignore")).isNull();
    assertThat(reasonToKeep("canonical=com.acme.Holder#CLIENT"))
        .as("nobody has looked yet")
        .isEqualTo(Reason.CANONICAL_UNCHECKED);
  }

  @Test
  void a_state_that_is_read_counts_as_an_argument() throws Exception {
    Location read =
        Location.woven("com.acme.Chat", "read", "()V", 0, "X.java", 5, Kind.DESERIALIZATION);
    targets.of(Client.class).noteState(false, true);

    assertThat(reasonToKeep(read, "canonical=first")).isEqualTo(Reason.DESERIALIZED_STATE);
    assertThat(reasonToKeep(read, "canonical=first,arguments=key"))
        .isEqualTo(Reason.DESERIALIZED_STATE);
    assertThat(reasonToKeep(read, "canonical=first,arguments=ignore")).isNull();

    targets.of(Client.class).noteState(false, false);
    assertThat(reasonToKeep(read, "canonical=first")).isNull();
  }

  @Test
  void what_was_read_with_a_state_is_first_for_nobody() throws Exception {
    Location read =
        Location.woven("com.acme.Chat", "read", "()V", 0, "X.java", 5, Kind.DESERIALIZATION);
    Object made = targets.of(Client.class).site(read).countConstruction(new Client());

    assertThat(first("")).isNull();
    assertThat(first(",arguments=ignore")).isSameAs(made);
  }

  @Test
  void what_a_library_makes_for_itself_is_neither_answered_nor_first() throws Exception {
    Location mock = Location.woven("org.mockito.X", "mock", "()V", 0, "X.java", 5, Kind.REFLECTION);
    Object made = targets.of(Client.class).site(mock).countConstruction(new Client());

    assertThat(reasonToKeep(mock, "canonical=first,arguments=ignore"))
        .isEqualTo(Reason.MADE_BY_LIBRARY);
    assertThat(first("")).isNull();

    Location bean =
        Location.woven("org.springframework.X", "a", "()V", 0, "X.java", 5, Kind.REFLECTION);
    assertThat(reasonToKeep(bean, "canonical=first")).isNull();
    targets.of(Client.class).site(bean).markMadeByLibrary();
    assertThat(reasonToKeep(bean, "canonical=first")).isEqualTo(Reason.MADE_BY_LIBRARY);
    assertThat(made).isNotNull();
  }

  private Object first(String option) throws Exception {
    SitePolicy policy = policy("canonical=first" + option);
    return canonicals(policy).obtain(targets.of(Client.class), Client.class, false);
  }

  private Reason reasonToKeep(String option) throws Exception {
    return reasonToKeep(OPEN, option);
  }

  private Reason reasonToKeep(Location location, String option) throws Exception {
    SitePolicy policy = policy(option);
    Canonicals canonicals = canonicals(policy);
    Site site = targets.of(Client.class).site(location);
    site.markLinked();
    Guard guard =
        new Guard(List.of(), (target, className, method) -> false, type -> true, blocked -> {});
    return new Redirects(policy, canonicals, kind -> true, guard).reasonToKeep(site);
  }

  private Canonicals canonicals(SitePolicy policy) {
    Canonicals canonicals = new Canonicals(policy, new QuietListener(), Scene.SAFE);
    String name = Client.class.getName().replace('.', '/');
    canonicals.read(
        targets.of(Client.class),
        new TargetShape(name, 0, List.of(), List.of(), new ConstructorLines()));
    return canonicals;
  }

  private static SitePolicy policy(String option) throws Exception {
    Options options = Options.read(option, Map.of(), Map.of(), path -> Map.of());
    return new SitePolicy(options, new Modes(options, (table, changes) -> {}));
  }

  /** A target. */
  static final class Client {}
}
