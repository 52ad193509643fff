package dev.ssot.engine.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ssot.bootstrap.options.ReportFormat;
import dev.ssot.bootstrap.options.ReportTarget;
import dev.ssot.engine.snapshot.AgentSnapshot;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ReportWriterTest {
  @TempDir Path folder;

  private final ByteArrayOutputStream stdout = new ByteArrayOutputStream();

  @Test
  void a_dash_writes_text_to_stdout() throws IOException {
    new ReportWriter(stdout, false).write(Snapshots.incident(), ReportTarget.of("-"));

    assertThat(stdout.toString(StandardCharsets.UTF_8))
        .contains("47 duplicates from 47 call sites in 47 files")
        .doesNotContain("\u001b[");
  }

  @Test
  void stdout_has_colours_if_told_so_and_a_file_never() throws IOException {
    ReportWriter writer = new ReportWriter(stdout, true);
    writer.write(Snapshots.incident(), ReportTarget.of("-"));
    writer.write(Snapshots.incident(), ReportTarget.of(report("report.txt")));

    assertThat(stdout.toString(StandardCharsets.UTF_8)).contains("\u001b[1;31m47 duplicates");
    assertThat(folder.resolve("report.txt")).content().doesNotContain("\u001b[");
  }

  @Test
  void the_extension_picks_the_format() throws IOException {
    write(Snapshots.oneSite(), report("a.txt"));
    write(Snapshots.oneSite(), report("a.JSON"));
    write(Snapshots.oneSite(), report("a.md"));
    write(Snapshots.oneSite(), report("a.html"));

    assertThat(folder.resolve("a.md")).content().startsWith("# Duplicates");
    assertThat(folder.resolve("a.html")).content().startsWith("<!DOCTYPE html>");
    assertThat(folder.resolve("a.txt")).content().startsWith("chat-service.jar, process 4711");
    assertThat(folder.resolve("a.JSON")).content().startsWith("{\n  \"schema\": 1");
  }

  @Test
  void a_file_is_utf_8() throws IOException {
    write(Snapshots.weirdNames(), report("a.json"));

    assertThat(Files.readString(folder.resolve("a.json"))).contains("Ünïcode");
  }

  @Test
  void missing_directories_are_made() throws IOException {
    write(Snapshots.oneSite(), report("not/there/yet/a.json"));

    assertThat(folder.resolve("not/there/yet/a.json")).isNotEmptyFile();
  }

  @Test
  void an_older_report_is_replaced_and_nothing_else_is_left() throws IOException {
    Files.writeString(folder.resolve("a.json"), "old");

    write(Snapshots.oneSite(), report("a.json"));

    assertThat(folder.resolve("a.json")).content().startsWith("{");
    assertThat(files()).containsExactly("a.json");
  }

  @Test
  void a_crash_half_way_keeps_the_older_report_and_leaves_nothing() throws IOException {
    Files.writeString(folder.resolve("a.json"), "old");
    AgentSnapshot broken = Snapshots.oneSite();
    broken.targets.get(0).canonical = null;

    assertThatThrownBy(() -> write(broken, report("a.json")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("what was there is unchanged")
        .hasCauseInstanceOf(NullPointerException.class);
    assertThat(folder.resolve("a.json")).hasContent("old");
    assertThat(files()).containsExactly("a.json");
  }

  @Test
  void a_file_in_the_way_of_the_directory_is_an_error_with_advice() throws IOException {
    Files.writeString(folder.resolve("file"), "not a directory");

    assertAdvice(report("file/a.json"));
    assertThat(files()).containsExactly("file");
  }

  @Test
  void a_directory_is_no_file() throws IOException {
    Files.createDirectory(folder.resolve("a.json"));

    assertAdvice(report("a.json"));
    assertThat(files()).containsExactly("a.json");
  }

  /** {@code /proc} is a directory that not even root may write. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void a_read_only_directory_is_an_error_with_advice() {
    assertAdvice("/proc/ssot-report.json");
  }

  @ParameterizedTest
  @EnumSource
  void each_format_is_written(ReportFormat format) throws IOException {
    StringWriter out = new StringWriter();
    ReportWriter.write(Snapshots.oneSite(), format, false, out);

    assertThat(out.toString()).contains("RedisManager");
  }

  @Test
  void a_name_that_no_path_can_have_is_an_error_with_advice() {
    assertAdvice("a\0b.json");
  }

  private void assertAdvice(String destination) {
    assertThatThrownBy(() -> write(Snapshots.oneSite(), destination))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("the report was not written to " + destination)
        .hasMessageContaining("a directory that this process may write, or to - for stdout");
  }

  private void write(AgentSnapshot snapshot, String destination) throws IOException {
    new ReportWriter(stdout, false).write(snapshot, ReportTarget.of(destination));
  }

  private String report(String name) {
    return folder.resolve(name).toString();
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
