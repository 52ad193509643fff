package dev.ssot.dist.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ssot.dist.ForkedJvm;
import dev.ssot.dist.Jdk;
import dev.ssot.dist.Report;
import dev.ssot.dist.RunningJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Several JVMs with the same options, as the forks of a build have them. */
final class SeveralJvmsIT {
  private static final String SHOP = "fixtures.life.Shop";
  private static final String TARGETS = "targets=fixtures.life.Pool";

  @TempDir private Path temp;

  @ParameterizedTest
  @MethodSource("dev.ssot.dist.Jdks#oldestAndNewest")
  void the_report_of_another_process_is_not_replaced(Jdk jdk) {
    Path report = temp.resolve("report.json");
    ForkedJvm jvm = ForkedJvm.on(jdk).withAgent(TARGETS, "report=" + report, "log=none");
    try (RunningJvm first = jvm.start(SHOP, "wait")) {
      first.awaitOutput("waiting");
      ForkedJvm.Exit second = jvm.run(SHOP);
      ForkedJvm.Exit ended = first.terminate();

      Path beside = temp.resolve("report-" + first.pid() + ".json");
      assertThat(Report.read(beside).root().at("/jvm/pid").asLong()).isEqualTo(first.pid());
      assertThat(Report.read(report).root().at("/jvm/pid").asLong()).isNotEqualTo(first.pid());
      assertThat(second.err()).doesNotContain("another process");
      assertThat(ended.err().lines().filter(line -> line.contains("another process")))
          .singleElement()
          .asString()
          .contains(report.toString(), beside.toString(), "%p");
    }
  }

  @ParameterizedTest
  @MethodSource("dev.ssot.dist.Jdks#oldestAndNewest")
  void with_the_process_id_in_its_name_each_has_a_report_and_a_log(Jdk jdk) throws IOException {
    ForkedJvm jvm =
        ForkedJvm.on(jdk)
            .withAgent(
                TARGETS, "report=" + temp.resolve("%p.json"), "log=file:" + temp.resolve("%p.log"));

    jvm.run(SHOP);
    jvm.run(SHOP);

    try (Stream<Path> files = Files.list(temp)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .hasSize(4)
          .allMatch(name -> name.matches("\\d+\\.(json|log)"));
    }
  }
}
