package dev.ssot.engine.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ssot.bootstrap.options.ReportTarget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whose report is replaced. */
final class OwnReportTest {
  private static final long START = 1_000_000_000_000L;

  @TempDir private Path folder;
  private Path file;
  private OwnReport own;

  @BeforeEach
  void name() {
    file = folder.resolve("a.json");
    own = new OwnReport(ReportTarget.of(file.toString()), START);
  }

  @Test
  void an_older_report_is_replaced() throws IOException {
    write("older", START - 1);

    assertThat(own.next().path()).isEqualTo(file.toString());
    assertThat(own.isBeside()).isFalse();
  }

  @Test
  void one_that_was_written_since_the_start_is_anothers_and_stays() throws IOException {
    write("another's", START);

    assertThatItGoesBeside();
    write("gone again", START - 1);
    assertThatItGoesBeside();
  }

  @Test
  void its_own_report_is_replaced_until_another_process_has_replaced_it() throws IOException {
    own.next();
    write("own", START + 10);
    own.written();
    assertThat(own.next().path()).isEqualTo(file.toString());

    Path fresh = Files.writeString(folder.resolve("fresh"), "another's");
    Files.setLastModifiedTime(fresh, FileTime.fromMillis(START + 11));
    Files.delete(file);
    Files.move(fresh, file);
    assertThatItGoesBeside();
  }

  @Test
  void where_there_is_no_file_nobody_has_written() throws IOException {
    assertThat(own.next().path()).isEqualTo(file.toString());

    write("own", START + 10);
    own.written();
    Files.delete(file);
    assertThat(own.next().path()).isEqualTo(file.toString());
  }

  private void assertThatItGoesBeside() {
    assertThat(own.next().path())
        .isEqualTo(folder.resolve("a-" + ProcessHandle.current().pid() + ".json").toString());
    assertThat(own.isBeside()).isTrue();
  }

  private void write(String content, long atMillis) throws IOException {
    Files.writeString(file, content);
    Files.setLastModifiedTime(file, FileTime.fromMillis(atMillis));
  }
}
