package dev.ssot.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.ssot.bootstrap.options.Mode;
import dev.ssot.cli.jvm.Failure;
import dev.ssot.cli.terminal.Terminal;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

final class AgentOptionsTest {
  @TempDir private Path temp;

  @Test
  void both_ways_to_write_them_become_the_agents_arguments() throws Failure {
    AgentOptions options = parse("--targets", "com.acme.A:com.acme.B", "--mode=dry-run");

    assertThat(options.text()).isEqualTo("targets=com.acme.A:com.acme.B,mode=dry-run");
    assertThat(options.check().mode()).isEqualTo(Mode.DRY_RUN);
    assertThat(options.isEmpty()).isFalse();
    assertThat(parse().isEmpty()).isTrue();
  }

  /** The process is in another directory. */
  @Test
  void a_file_is_read_here_and_named_by_its_absolute_path() throws Exception {
    Path file = temp.resolve("ssot.yaml");
    Files.writeString(file, "targets: [com.acme.A]\nmode: enforce\n");
    Path relative = Path.of("").toAbsolutePath().relativize(file);

    AgentOptions options = parse("--config", relative.toString());

    assertThat(options.text()).isEqualTo("config=" + file);
    assertThat(options.check().mode()).isEqualTo(Mode.ENFORCE);
  }

  @Test
  void a_mistake_in_the_file_is_told_before_anything_is_loaded() throws Exception {
    Path file = temp.resolve("ssot.yaml");
    Files.writeString(file, "tragets: [com.acme.A]\n");

    assertThatExceptionOfType(Failure.class)
        .isThrownBy(() -> parse("--config", file.toString()).check())
        .withMessageContaining("tragets")
        .withMessageContaining("targets")
        .satisfies(failure -> assertThat(failure.exitCode()).isEqualTo(Failure.USAGE));
  }

  private static AgentOptions parse(String... words) {
    CommandLine attach = new CommandLine(new AttachCommand(Terminal.ofThisProcess()));
    AgentOptions.addTo(attach.getCommandSpec());
    String[] all = new String[words.length + 1];
    all[0] = "1";
    System.arraycopy(words, 0, all, 1, words.length);
    return AgentOptions.of(attach.parseArgs(all));
  }
}
