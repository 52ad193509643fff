package dev.ssot.demo.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
  @TempDir private Path directory;

  @Test
  void one_group_is_enforced_beside_the_others() throws Exception {
    assertThat(Settings.of(Act.FIRST_GROUP, directory)).endsWith(".yaml,mode=observe");

    assertThat(Files.readString(directory.resolve("first_group.yaml")))
        .contains("  - name: P1 WebSocket core\n    mode: enforce\n    priority: 1\n")
        .contains("  - name: P2 agent execution\n    priority: 2\n");
  }

  @Test
  void else_the_file_is_the_one_of_the_demo() throws Exception {
    assertThat(Settings.of(Act.ALL, directory))
        .isEqualTo("config=" + directory.resolve("all.yaml") + ",mode=enforce");

    assertThat(directory.resolve("all.yaml")).hasSameTextualContentAs(Path.of("ssot.yaml"));
  }
}
