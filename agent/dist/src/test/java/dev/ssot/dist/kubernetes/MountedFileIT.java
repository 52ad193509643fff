package dev.ssot.dist.kubernetes;

import dev.ssot.dist.ForkedJvm;
import dev.ssot.dist.Jdk;
import dev.ssot.dist.Report;
import dev.ssot.dist.RunningJvm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A ConfigMap that the kubelet replaces: the file is a link through a link that is swapped. */
final class MountedFileIT {
  private static final String POOL = "fixtures.life.Pool";
  private static final String CONTENT =
      """
      targets: [fixtures.life.Pool]
      canonical: first
      configured: ignore
      report.every: 1s
      mode: %s
      """;

  @TempDir private Path temp;
  private Path mount;
  private Path report;

  @ParameterizedTest
  @MethodSource("dev.ssot.dist.Jdks#oldestAndNewest")
  void the_swap_of_the_link_is_followed(Jdk jdk) throws Exception {
    mount = Files.createDirectory(temp.resolve("etc-ssot"));
    report = temp.resolve("report.json");
    publish("..2026_11_29_09_00_00.1", "observe");
    Path file =
        Files.createSymbolicLink(mount.resolve("ssot.yaml"), Path.of("..data", "ssot.yaml"));
    ForkedJvm jvm = ForkedJvm.on(jdk).withAgent("config=" + file, "report=" + report, "log=stderr");

    try (RunningJvm running = jvm.start("fixtures.life.Steady")) {
      running.awaitOutput("begun").await(() -> mode().equals("observe"), "report");

      publish("..2026_11_29_09_30_00.2", "enforce");
      running.await(() -> mode().equals("enforce"), "switch");
      running.await(
          () -> running.printed(0).err().contains(file + " has changed; followed: mode"),
          "line in the log");
      running.terminate();
    }
  }

  /** As the kubelet does it: a new folder, a new link moved over the old one, the old folder. */
  private void publish(String folder, String mode) throws Exception {
    Path data = mount.resolve("..data");
    Path before = Files.exists(data) ? mount.resolve(Files.readSymbolicLink(data)) : null;
    Path file = Files.createDirectory(mount.resolve(folder)).resolve("ssot.yaml");
    Files.writeString(file, CONTENT.formatted(mode));
    // Older than what it replaces, as it may be: times are not what is compared.
    Files.setLastModifiedTime(file, FileTime.fromMillis(0));
    Path next = Files.createSymbolicLink(mount.resolve("..data_tmp"), Path.of(folder));
    Files.move(next, data, StandardCopyOption.ATOMIC_MOVE);
    if (before != null) {
      Files.delete(before.resolve("ssot.yaml"));
      Files.delete(before);
    }
  }

  private String mode() {
    return Files.exists(report) && !Report.read(report).targets(POOL).isEmpty()
        ? Report.read(report).target(POOL).node().get("mode").asText()
        : "";
  }
}
