package dev.ssot.bootstrap.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.ssot.bootstrap.options.Mode;
import dev.ssot.bootstrap.options.OptionsException;
import dev.ssot.bootstrap.zone.AgentClassLoader;
import dev.ssot.bootstrap.zone.TestZone;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JvmOptionsTest {
  @TempDir private Path temp;
  private AgentClassLoader empty;

  @BeforeEach
  void make() throws Exception {
    empty = TestZone.in(temp).with("nothing", new byte[0]).loader();
    System.setProperty("ssot.mode", "fail");
    System.setProperty("ssot.stacks", "7");
  }

  @AfterEach
  void clear() {
    System.clearProperty("ssot.mode");
    System.clearProperty("ssot.stacks");
  }

  @Test
  void an_agent_argument_wins_over_a_system_property() throws Exception {
    JvmOptions options = new JvmOptions("mode=enforce", empty);

    assertThat(options.call().mode()).isEqualTo(Mode.ENFORCE);
    assertThat(options.call().stacks()).isEqualTo(7);
  }

  @Test
  void options_are_read_anew_each_time() throws Exception {
    JvmOptions options = new JvmOptions(null, empty);
    assertThat(options.call().mode()).isEqualTo(Mode.FAIL);

    System.setProperty("ssot.mode", "off");

    assertThat(options.call().mode()).isEqualTo(Mode.OFF);
  }

  /** Only the zone of the agent's jar has one, and this zone is empty. */
  @Test
  void a_file_that_nobody_can_read_is_a_bad_option() {
    assertThatExceptionOfType(OptionsException.class)
        .isThrownBy(() -> new JvmOptions("config=ssot.yaml", empty).call())
        .withMessageContaining("config=ssot.yaml")
        .withMessageContaining("YamlConfigReader");
  }
}
