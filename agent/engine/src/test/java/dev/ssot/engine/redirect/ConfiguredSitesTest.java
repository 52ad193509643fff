package dev.ssot.engine.redirect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ssot.bootstrap.options.Options;
import dev.ssot.engine.detect.DetectionListener;
import dev.ssot.engine.detect.Kind;
import dev.ssot.engine.detect.Limits;
import dev.ssot.engine.detect.Location;
import dev.ssot.engine.detect.Reason;
import dev.ssot.engine.detect.Site;
import dev.ssot.engine.detect.StackSample;
import dev.ssot.engine.detect.Targets;
import dev.ssot.engine.redirect.guard.Guard;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

  private Reason reasonToKeep(String option) throws Exception {
    Options options = Options.read(option, Map.of(), Map.of(), path -> Map.of());
    Modes modes = new Modes(options, (table, changes) -> {});
    SitePolicy policy = new SitePolicy(options, modes);
    Canonicals canonicals = new Canonicals(policy, new QuietListener());
    Site site = targets.of(Client.class).site(OPEN);
    String name = Client.class.getName().replace('.', '/');
    canonicals.read(
        site.target,
        new TargetShape(name, "java/lang/Object", 0, false, List.of(), List.of(), Set.of()));
    site.linked();
    Guard guard = new Guard(List.of(), (target, className, method) -> false, blocked -> {});
    return new Redirects(policy, canonicals, kind -> true, guard).reasonToKeep(site);
  }

  /** A target. */
  static final class Client {}
}
