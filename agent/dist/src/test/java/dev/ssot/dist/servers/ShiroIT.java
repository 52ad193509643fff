package dev.ssot.dist.servers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ssot.dist.ForkedJvm;
import dev.ssot.dist.Jdk;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A library whose class the default pattern matches, and which is configured by setters. */
final class ShiroIT {
  @TempDir Path temp;

  static Stream<Jdk> jdks() {
    return Software.oldestAndNewest(8);
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void what_can_be_configured_is_not_made_one_by_which_is_first(Jdk jdk) throws Exception {
    List<Path> classPath = new ArrayList<>(Software.library("shiro"));
    Path classes = Files.createDirectories(temp.resolve("classes"));
    classPath.add(Software.compile("ShiroApplication.java", classPath, classes));
    Path file = temp.resolve("ssot.json");

    ForkedJvm.Exit exit =
        ForkedJvm.on(jdk)
            .withClassPath(classPath.toArray(Path[]::new))
            .withAgent("mode=enforce", "canonical=first", "report=" + file, "log=none")
            .run("shiros.ShiroApplication");

    assertThat(exit.code()).as(exit.err()).isZero();
    assertThat(exit.out().lines())
        .containsExactly("sessions:6379 1", "cache:6379 2", "127.0.0.1:6379 0", "shared false");
    JsonNode manager = Reported.read(file).target("org.crazycake.shiro.RedisManager");
    assertThat(manager.get("constructions").asInt()).isEqualTo(4);
    assertThat(manager.get("redirects").asInt()).isZero();
    Map<String, String> reasons = new TreeMap<>();
    manager
        .get("sites")
        .forEach(site -> reasons.put(site.get("method").asText(), site.get("reason").asText()));
    assertThat(reasons)
        .containsEntry("sessions", "configured-after-construction")
        .containsEntry("cache", "configured-after-construction")
        .containsEntry("plain", "configurable")
        .containsEntry("another", "configurable");
  }
}
