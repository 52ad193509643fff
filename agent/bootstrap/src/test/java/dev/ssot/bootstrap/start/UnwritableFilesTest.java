package dev.ssot.bootstrap.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.ssot.bootstrap.options.Options;
import dev.ssot.bootstrap.options.OptionsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What could not be written at the exit is said at the start. */
final class UnwritableFilesTest {
  @TempDir private Path folder;

  @Test
  void a_report_in_place_of_a_folder_is_named() throws Exception {
    Path taken = Files.createDirectory(folder.resolve("report.json"));

    assertThat(lines("report=" + taken))
        .containsExactly(
            "report="
                + taken
                + " cannot be written now: it is a directory; no report would be written");
  }

  @Test
  void a_file_where_a_folder_is_needed_is_named() throws Exception {
    Path file = Files.createFile(folder.resolve("file"));

    assertThat(lines("report=" + file.resolve("below/report.txt"), "log=file:" + file.resolve("a")))
        .satisfiesExactly(
            line -> assertThat(line).startsWith("report=").contains(file + " is no directory"),
            line -> assertThat(line).startsWith("log=").endsWith("the log would go to stderr"));
  }

  @Test
  void a_report_makes_its_folders_and_a_log_does_not() throws Exception {
    assertThat(lines("report=" + folder.resolve("new/report.txt"))).isEmpty();
    assertThat(lines("log=file:" + folder.resolve("new/agent.log"))).hasSize(1);
  }

  @Test
  void what_only_looks_writable_is_named() throws Exception {
    assumeTrue(Files.isDirectory(Path.of("/proc/self")));

    assertThat(lines("report=/proc/self/report.txt", "log=file:/proc/self/agent.log"))
        .satisfiesExactly(
            line -> assertThat(line).contains("no file can be created in /proc/self ("),
            line ->
                assertThat(line).startsWith("log=/proc/self/agent.log cannot be written now: "));
  }

  @Test
  void a_log_that_is_there_keeps_what_it_has() throws Exception {
    Path log = Files.writeString(folder.resolve("agent.log"), "before\n");
    FileTime written = FileTime.fromMillis(1_000_000_000_000L);
    Files.setLastModifiedTime(log, written);

    assertThat(lines("log=file:" + log)).isEmpty();
    assertThat(log).hasContent("before\n");
    assertThat(Files.getLastModifiedTime(log)).isEqualTo(written);
  }

  @Test
  void what_can_be_written_is_not_touched() throws Exception {
    assertThat(lines("report=" + folder.resolve("r.txt"), "log=file:" + folder.resolve("a.log")))
        .isEmpty();
    assertThat(lines("report=-", "log=stderr")).isEmpty();
    assertThat(listed()).isEmpty();
  }

  private List<Path> listed() throws IOException {
    try (var files = Files.list(folder)) {
      return files.toList();
    }
  }

  private static List<String> lines(String... options) throws OptionsException {
    return UnwritableFiles.of(
        Options.read(String.join(",", options), Map.of(), Map.of(), path -> Map.of()));
  }
}
