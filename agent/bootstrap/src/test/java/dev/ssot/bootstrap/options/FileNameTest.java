package dev.ssot.bootstrap.options;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The process id in the names of files. */
final class FileNameTest {
  private static final String PID = Long.toString(ProcessHandle.current().pid());

  @Test
  void report_and_log_have_it_where_it_is_asked_for() {
    assertThat(ReportTarget.of("a/%p/b-%p.json").path())
        .isEqualTo("a/" + PID + "/b-" + PID + ".json");
    assertThat(LogTarget.of("file:/var/log/%p.log").path()).isEqualTo("/var/log/" + PID + ".log");
    assertThat(ReportTarget.of("a.json").path()).isEqualTo("a.json");
    assertThat(ReportTarget.of("-").path()).isNull();
  }

  @Test
  void options_are_shown_as_they_were_written() {
    assertThat(ReportTarget.of("%p.json")).hasToString("%p.json");
    assertThat(LogTarget.of("file:%p")).hasToString("file:%p");
  }

  @Test
  void a_file_beside_another_has_it_before_the_extension() {
    assertThat(FileName.ofThisProcess("a.b/report.json")).isEqualTo("a.b/report-" + PID + ".json");
    assertThat(FileName.ofThisProcess("a.b/report")).isEqualTo("a.b/report-" + PID);
  }
}
