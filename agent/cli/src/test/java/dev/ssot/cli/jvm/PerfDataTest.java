package dev.ssot.cli.jvm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PerfDataTest {
  @TempDir private Path temp;

  @Test
  void this_jvm_says_what_it_runs() throws Exception {
    Path own =
        Path.of(
            "/tmp/hsperfdata_" + System.getProperty("user.name"),
            "" + ProcessHandle.current().pid());
    assumeTrue(Files.exists(own), "HotSpot on Linux");

    PerfData data = PerfData.read(own);

    assertThat(data.text("java.property.java.version"))
        .isEqualTo(System.getProperty("java.version"));
    assertThat(data.text("sun.rt.javaCommand")).isEqualTo(System.getProperty("sun.java.command"));
    assertThat(data.text("no.such.name")).isEmpty();
  }

  @Test
  void another_file_is_refused() throws Exception {
    Path file = Files.write(temp.resolve("other"), new byte[] {1, 2, 3});
    assertThatIOException().isThrownBy(() -> PerfData.read(file)).withMessageContaining("format");

    Files.write(file, new byte[100]);
    assertThatIOException().isThrownBy(() -> PerfData.read(file)).withMessageContaining("format");
  }

  @Test
  void a_file_that_is_cut_off_is_refused() throws Exception {
    byte[] start = new byte[40];
    int magic = 0xcafec0c0;
    for (int i = 0; i < 4; i++) {
      start[i] = (byte) (magic >> (24 - 8 * i));
    }
    start[4] = 1;
    start[24] = 32;
    start[28] = 100;
    start[32] = 8;
    Path file = Files.write(temp.resolve("short"), start);

    assertThatIOException().isThrownBy(() -> PerfData.read(file));
  }
}
