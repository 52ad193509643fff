package dev.ssot.dist.servers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ssot.dist.ForkedJvm;
import dev.ssot.dist.Jdk;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Libraries that make objects for themselves get objects of their own. */
final class MocksIT {
  @TempDir private Path temp;

  static Stream<Jdk> jdks() {
    return Software.oldestAndNewest(8);
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void mocks_and_blank_objects_are_never_the_shared_one(Jdk jdk) throws Exception {
    ForkedJvm.Exit exit = run(jdk, "canonical=mocks.Shared#POOL");

    assertThat(exit.out().lines())
        .containsExactly(
            "application shared",
            "reflection shared",
            "mock of its own",
            "standard of its own",
            "serializer of its own",
            "constructor of its own",
            "read of its own",
            "a mock for everybody false",
            "answers for real");
    Set<String> reasons = new TreeSet<>();
    Reported.read(report())
        .target("mocks.Pool")
        .get("sites")
        .forEach(site -> reasons.add(site.get("reason").asText()));
    assertThat(reasons).contains("made-by-library");
  }

  private ForkedJvm.Exit run(Jdk jdk, String canonical) throws Exception {
    List<Path> classPath = new ArrayList<>(Software.library("mocks"));
    Path classes = Files.createDirectories(temp.resolve("classes"));
    classPath.add(Software.compile("MocksApplication.java", classPath, classes));
    ForkedJvm.Exit exit =
        ForkedJvm.on(jdk)
            .withClassPath(classPath.toArray(Path[]::new))
            .withAgent(
                "targets=mocks.Pool", "mode=enforce", canonical, "report=" + report(), "log=none")
            .run("mocks.MocksApplication");
    assertThat(exit.code()).as(exit.err()).isZero();
    return exit;
  }

  private Path report() {
    return temp.resolve("ssot.json");
  }
}
