package dev.ssot.engine.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ssot.bootstrap.options.ConfigReader;
import dev.ssot.bootstrap.options.Mode;
import dev.ssot.bootstrap.options.Options;
import dev.ssot.bootstrap.options.OptionsException;
import dev.ssot.bootstrap.options.Share;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LaterOptionsTest implements LaterArguments {
  private static final ConfigReader YAML = path -> new YamlConfigReader().read(path);

  private final List<Options> followed = new ArrayList<>();
  private final List<String> arguments = new ArrayList<>();
  private boolean byHand;
  private boolean failing;
  private FollowedOptions options;

  @Test
  void targets_are_added_and_what_was_given_before_stays() throws Exception {
    LaterOptions later = started("targets=acme.A,arguments=ignore,live.limit=5");

    assertThat(later.take("targets=acme.B,share=site"))
        .startsWith("changed: ")
        .contains("share", "targets (added: acme.B)");

    Options next = followed.get(0);
    assertThat(next.targets()).extracting(Object::toString).containsOnly("acme.A", "acme.B");
    assertThat(next.share()).isEqualTo(Share.SITE);
    assertThat(next.arguments()).hasToString("ignore");
    assertThat(next.liveLimit()).isEqualTo(5);
    later.take("targets=acme.C");
    assertThat(followed.get(1).targets())
        .extracting(Object::toString)
        .containsOnly("acme.A", "acme.B", "acme.C");
    assertThat(followed.get(1).share()).isEqualTo(Share.SITE);
  }

  @Test
  void what_holds_already_is_no_change() throws Exception {
    LaterOptions later = started("targets=acme.A,share=site");

    assertThat(later.take("targets=acme.A,share=site")).endsWith("nothing was changed");
    assertThat(followed).isEmpty();
    assertThat(arguments).hasSize(1);
  }

  @Test
  void all_is_refused_if_the_agent_cannot_follow_one() throws Exception {
    LaterOptions later = started("targets=acme.A");

    assertThatThrownBy(() -> later.take("targets=acme.B,live.limit=7,report=-"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("cannot change live.limit, report, so nothing was changed");
    assertThat(followed).isEmpty();
    assertThat(later.take("targets=acme.B")).contains("acme.B");
  }

  @Test
  void a_mistake_is_answered_and_can_be_mended() throws Exception {
    LaterOptions later = started("targets=acme.A");

    assertThatThrownBy(() -> later.take("share=sites"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("bad option share=sites")
        .hasMessageEndingWith("nothing was changed");
    assertThatThrownBy(() -> later.take("shared=site")).hasMessageContaining("did you mean");
    assertThatThrownBy(() -> later.take("enabled=false")).hasMessageContaining("mode off");
    assertThat(later.take("share=site")).isEqualTo("changed: share");
  }

  @Test
  void modes_that_were_switched_by_hand_are_not_overridden() throws Exception {
    LaterOptions later = started("targets=acme.A");
    byHand = true;

    assertThatThrownBy(() -> later.take("mode=enforce"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("by the command mode");
    assertThat(later.take("share=site")).isEqualTo("changed: share");
    byHand = false;
    later.take("mode=enforce");
    assertThat(followed.get(1).mode()).isEqualTo(Mode.ENFORCE);
  }

  @Test
  void targets_of_the_file_are_added_there(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("ssot.yaml"), "targets: [acme.A]\n");
    LaterOptions later = started("config=" + file);

    assertThatThrownBy(() -> later.take("targets=acme.B"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("add them there");
    assertThat(later.take("share=site")).isEqualTo("changed: share");
  }

  @Test
  void options_that_cannot_be_followed_are_not_taken_and_what_held_before_is_followed_again()
      throws Exception {
    LaterOptions later = started("targets=acme.A");
    failing = true;

    assertThatThrownBy(() -> later.take("targets=acme.B,share=site"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("could not be followed")
        .hasMessageContaining(
            "; the options before hold again; modes that were switched by hand may");
    assertThat(followed).singleElement().extracting(Options::targets).hasToString("[acme.A]");

    failing = false;
    assertThat(later.take("targets=acme.B"))
        .contains("targets (added: acme.B)")
        .doesNotContain("share");
  }

  @Test
  void an_agent_that_leaves_takes_none() throws Exception {
    LaterOptions later = started("targets=acme.A");
    options.end();

    assertThatThrownBy(() -> later.take("share=site")).hasMessageContaining("is leaving");
    assertThat(followed).isEmpty();
  }

  private LaterOptions started(String text) throws OptionsException {
    arguments.add(text);
    options = new FollowedOptions(Options.read(text, Map.of(), Map.of(), YAML));
    return new LaterOptions(options, this, this::follow, options -> !byHand);
  }

  private void follow(Options next) {
    if (failing && next.targets().size() > 1) {
      throw new OutOfMemoryError("unable to create native thread");
    }
    followed.add(next);
  }

  @Override
  public Options with(String later) throws OptionsException {
    List<String> all = new ArrayList<>(arguments);
    all.add(0, later);
    return Options.readAll(all, Map.of(), Map.of(), YAML);
  }

  @Override
  public void take(String later) {
    arguments.add(0, later);
  }
}
