package dev.ssot.engine.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ssot.bootstrap.options.Mode;
import dev.ssot.bootstrap.options.Options;
import dev.ssot.bootstrap.options.OptionsException;
import dev.ssot.engine.logging.Lines;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ConfigWatchTest {
  private static final long TEN_SECONDS = 10_000;

  private final List<Mode> followed = new ArrayList<>();
  private final List<Integer> reads = new ArrayList<>();
  @TempDir private Path folder;
  private Path file;
  private ConfigWatch watch;
  private FollowedOptions options;
  private RuntimeException failing;
  private final Lines log = new Lines();
  private boolean byHand;
  private long now = 1_000_000;

  @BeforeEach
  void watch_a_file() throws Exception {
    file = Files.writeString(folder.resolve("ssot.yaml"), "mode: observe\n");
    watch = watch(file);
    look();
  }

  @Test
  void a_change_is_followed_at_the_next_look_ten_seconds_later() throws Exception {
    Files.writeString(file, "mode: off\n");
    watch.perform(now + TEN_SECONDS - 1);
    assertThat(followed).isEmpty();

    look();
    look();

    assertThat(followed).containsExactly(Mode.OFF);
  }

  @Test
  void a_touched_file_is_no_change() throws Exception {
    Files.setLastModifiedTime(file, FileTime.fromMillis(0));
    look();

    assertThat(followed).isEmpty();
    assertThat(reads).isEmpty();
  }

  @Test
  void a_bad_file_keeps_what_held_and_is_read_once() throws Exception {
    Files.writeString(file, "mode: [\n");
    look();
    look();
    assertThat(followed).isEmpty();
    assertThat(reads).hasSize(1);

    Files.writeString(file, "mode: nonsense\n");
    look();
    assertThat(followed).isEmpty();

    Files.writeString(file, "mode: off\n");
    look();
    assertThat(followed).containsExactly(Mode.OFF);
  }

  /** Behind a long path and much of the file the line would be cut off. */
  @Test
  void the_line_of_a_mistake_is_named() {
    assertThatThrownBy(
            () -> options(file, "groups:\n  - name: P1\n    sites: [a.b.**\nmode: off\n"))
        .hasMessageContaining("line 4, column 5: ");
    assertThatThrownBy(() -> options(file, "mode: off\n\nmode: observe\n"))
        .hasMessageContaining("line 3, column 1: ");
  }

  @Test
  void a_file_that_goes_and_comes_back_is_followed() throws Exception {
    Files.delete(file);
    look();
    assertThat(followed).doesNotContain(Mode.OFF);

    Files.writeString(file, "mode: off\n");
    look();

    assertThat(followed).endsWith(Mode.OFF);
  }

  /** As Kubernetes replaces a mounted ConfigMap: the file is a link through a link to a folder. */
  @Test
  void the_link_swap_of_a_config_map_is_a_change() throws Exception {
    Path mount = Files.createDirectory(folder.resolve("mount"));
    Path one = Files.createDirectory(mount.resolve("..1"));
    Path two = Files.createDirectory(mount.resolve("..2"));
    Files.writeString(one.resolve("ssot.yaml"), "mode: observe\n");
    Files.writeString(two.resolve("ssot.yaml"), "mode: off\n");
    Files.setLastModifiedTime(two.resolve("ssot.yaml"), FileTime.fromMillis(0));
    Path data = Files.createSymbolicLink(mount.resolve("..data"), Path.of("..1"));
    Path link =
        Files.createSymbolicLink(mount.resolve("ssot.yaml"), Path.of("..data", "ssot.yaml"));
    watch = watch(link);
    look();

    Files.delete(data);
    Files.createSymbolicLink(data, Path.of("..2"));
    look();

    assertThat(followed).containsExactly(Mode.OFF);
  }

  @Test
  void what_goes_on_with_enabled_is_followed() throws Exception {
    Files.writeString(file, "mode: observe\nenabled: false\n");
    look();
    Files.writeString(file, "mode: observe\n");
    look();
    Files.writeString(file, "mode: observe # again\n");
    look();

    assertThat(log.warnings())
        .containsExactly(
            "WARN " + file + " has changed: enabled is false",
            "WARN " + file + " has changed; followed: enabled",
            "WARN " + file + " has changed; followed: nothing of it");
  }

  @Test
  void modes_that_are_set_again_over_switches_by_hand_are_followed() throws Exception {
    byHand = true;
    Files.writeString(file, "mode: observe\nlive.limit: 5\n");
    look();

    assertThat(log.warnings())
        .containsExactly(
            "WARN "
                + file
                + " has changed; followed: the modes of the file (switches by hand end);"
                + " needs a restart: live.limit");
  }

  @Test
  void a_change_during_a_detach_is_neither_followed_nor_told() throws Exception {
    options.end();
    Files.writeString(file, "mode: off\n");
    look();

    assertThat(followed).isEmpty();
    assertThat(log.warnings()).isEmpty();
  }

  @Test
  void what_cannot_be_followed_is_not_taken_and_says_so() throws Exception {
    failing = new IllegalStateException("no thread");
    Files.writeString(file, "mode: off\n");
    look();

    assertThat(log.warnings()).last().asString().contains("could not be followed", "no thread");
    failing = null;
    Files.writeString(file, "mode: off # again\n");
    look();
    assertThat(log.warnings()).last().asString().endsWith("has changed; followed: mode");
  }

  private ConfigWatch watch(Path config) throws Exception {
    options = new FollowedOptions(options(config));
    return new ConfigWatch(
        options,
        Files.readAllBytes(config),
        () -> {
          reads.add(reads.size());
          return options(config);
        },
        this::follow,
        options -> !byHand,
        log);
  }

  private void follow(Options next) {
    if (failing != null && next.mode() == Mode.OFF) {
      throw failing;
    }
    followed.add(next.mode());
  }

  private static Options options(Path config) throws OptionsException {
    return Options.read(
        "config=" + config, Map.of(), Map.of(), path -> new YamlConfigReader().read(path));
  }

  private static void options(Path config, String content) throws Exception {
    Files.writeString(config, content);
    options(config);
  }

  private void look() {
    now += TEN_SECONDS;
    watch.perform(now);
  }
}
