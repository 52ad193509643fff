package dev.ssot.engine.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

final class ReplacedFileTest {
  @TempDir Path folder;

  @Test
  void the_old_content_is_there_until_the_new_is_complete() throws IOException {
    Path file = Files.writeString(folder.resolve("a"), "old");

    new ReplacedFile(file)
        .write(
            out -> {
              out.write("ne".getBytes(UTF_8));
              out.flush();
              assertThat(file).hasContent("old");
              out.write("w".getBytes(UTF_8));
            });

    assertThat(file).hasContent("new");
  }

  @Test
  void a_generator_that_throws_half_way_changes_nothing() throws IOException {
    Path file = Files.writeString(folder.resolve("a"), "old");

    assertThatThrownBy(
            () ->
                new ReplacedFile(file)
                    .write(
                        out -> {
                          out.write("ne".getBytes(UTF_8));
                          throw new IllegalStateException("half-way");
                        }))
        .hasMessage("half-way");

    assertThat(file).hasContent("old");
    assertThat(count()).isEqualTo(1);
  }

  @Test
  void a_file_system_without_atomic_moves_gets_a_plain_one() throws IOException {
    Path file = Files.writeString(folder.resolve("a"), "old");

    new ReplacedFile(
            file,
            (from, to, options) -> {
              if (Arrays.asList(options).contains(StandardCopyOption.ATOMIC_MOVE)) {
                throw new AtomicMoveNotSupportedException("a", "b", "not here");
              }
              Files.move(from, to, options);
            })
        .write(out -> out.write("new".getBytes(UTF_8)));

    assertThat(file).hasContent("new");
  }

  @Test
  void a_move_that_fails_leaves_the_old_content_and_nothing_else() throws IOException {
    Path file = Files.writeString(folder.resolve("a"), "old");
    ReplacedFile replaced =
        new ReplacedFile(
            file,
            (from, to, options) -> {
              throw new IOException("no move");
            });

    assertThatThrownBy(() -> replaced.write(out -> out.write(1))).hasMessage("no move");

    assertThat(file).hasContent("old");
    assertThat(count()).isEqualTo(1);
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void a_link_stays_a_link() throws IOException {
    Path file = Files.writeString(folder.resolve("a"), "old");
    Path link = Files.createSymbolicLink(folder.resolve("link"), file);

    new ReplacedFile(link).write(out -> out.write("new".getBytes(UTF_8)));

    assertThat(link).isSymbolicLink();
    assertThat(file).hasContent("new");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void the_file_is_as_readable_as_any_that_the_process_makes() throws IOException {
    Path ordinary = Files.writeString(folder.resolve("ordinary"), "");

    new ReplacedFile(folder.resolve("a")).write(out -> out.write(1));

    assertThat(Files.getPosixFilePermissions(folder.resolve("a")))
        .isEqualTo(Files.getPosixFilePermissions(ordinary));
  }

  private long count() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.count();
    }
  }
}
