package dev.ssot.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ssot.demo.DemoOptions.Command;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DemoOptionsTest {

  @Test
  void without_a_word_the_service_is_started_on_8080_with_a_redis_of_its_own() {
    DemoOptions options = DemoOptions.parse();

    assertThat(options.command()).isEqualTo(Command.SERVE);
    assertThat(options.port()).isEqualTo(8080);
    assertThat(options.redis()).isNull();
    assertThat(options.redisMaxClients()).isEqualTo(DemoOptions.MAX_CLIENTS);
  }

  @Test
  void the_incident_takes_any_port_unless_one_is_named() {
    assertThat(DemoOptions.parse("incident").port()).isZero();
    assertThat(DemoOptions.parse("incident", "--port=9000").port()).isEqualTo(9000);
  }

  @Test
  void the_story_takes_a_file_for_its_figures() {
    DemoOptions options = DemoOptions.parse("story", "--json=target/story.json");

    assertThat(options.command()).isEqualTo(Command.STORY);
    assertThat(options.json()).isEqualTo(Path.of("target/story.json").toAbsolutePath());
    assertThat(options.agent()).isNull();
  }

  @Test
  void an_option_with_a_dot_is_for_spring() {
    assertThat(DemoOptions.parse("--logging.level.root=info").spring())
        .containsExactly("--logging.level.root=info");
  }

  @ParameterizedTest
  @CsvSource({
    "--prt=1, no option --prt",
    "--port=many, --port=many is no number from 0 to 65535",
    "--port=99999, --port=99999 is no number from 0 to 65535",
    "--sessions=0, --sessions=0 is no number from 1 to 10000",
    "--redis=somewhere, --redis=somewhere is no HOST:PORT",
    "strat, no command strat"
  })
  void what_cannot_be_is_named(String argument, String line) {
    assertThatThrownBy(() -> DemoOptions.parse(argument))
        .isInstanceOf(DemoOptions.Unknown.class)
        .hasMessageContaining(line);
  }
}
