package dev.ssot.dist.servers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ssot.dist.ForkedJvm;
import dev.ssot.dist.Jdk;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code log=auto}: the application's own appenders are told of each call site. */
final class LoggingIT {
  private static final String SITE =
      "logging.Pool constructed by logging.Application.main(Application.java:";
  private static final String FRAME = "\tat logging.Application.main(Application.java:";

  @TempDir Path temp;

  static Stream<Jdk> jdks() {
    return Software.oldestAndNewest(8);
  }

  @ParameterizedTest
  @CsvSource({
    "logback, APPLICATION WARN dev.ssot.agent ",
    "log4j-2, APPLICATION WARN dev.ssot.agent ",
    "simple, [ssot-log] WARN dev.ssot.agent - "
  })
  void the_appender_of_the_application_gets_the_warning_with_its_stack(String library, String line)
      throws Exception {
    for (Jdk jdk : jdks().toList()) {
      ForkedJvm.Exit exit = run(jdk, Software.library(library), "logging.Application");

      String printed = exit.out() + exit.err();
      assertThat(exit.code()).isZero();
      assertThat(printed.lines().filter(each -> each.contains(SITE)))
          .singleElement()
          .asString()
          .startsWith(line);
      assertThat(printed).contains(FRAME).contains("the application's own words");
    }
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void without_slf4j_stderr_gets_it_at_exit(Jdk jdk) throws Exception {
    ForkedJvm.Exit exit = run(jdk, List.of(), "logging.Silent");

    assertThat(exit.code()).isZero();
    assertThat(exit.out()).isEqualToIgnoringNewLines("nothing but this");
    assertThat(exit.err())
        .contains("[ssot] logging.Pool constructed by logging.Silent.main(Application.java:")
        .contains("at logging.Silent.main(Application.java:");
  }

  private ForkedJvm.Exit run(Jdk jdk, List<Path> libraries, String main) throws Exception {
    Path classes = Files.createTempDirectory(temp, "classes");
    Software.compile("Application.java", Software.library("simple"), classes);
    for (String configuration : List.of("logback.xml", "log4j2.xml")) {
      Files.copy(Software.resource(configuration), classes.resolve(configuration));
    }
    List<Path> classPath = new ArrayList<>(libraries);
    classPath.add(classes);
    return ForkedJvm.on(jdk)
        .withClassPath(classPath.toArray(Path[]::new))
        .withAgent("targets=logging.Pool")
        .run(main);
  }
}
