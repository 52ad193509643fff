package dev.ssot.demo.story;

import dev.ssot.demo.DemoFailure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Where the agent is. */
final class AgentJar {
  private static final String NAME = "ssot-agent.jar";
  private static final String BUILT = "agent/dist/target/" + NAME;

  private AgentJar() {}

  /**
   * The one that is asked for, else the one beside this jar, else the one that the build makes.
   *
   * @param asked null for any
   */
  static Path find(Path asked) {
    if (asked != null) {
      return existing(List.of(asked));
    }
    Path jar = Path.of(System.getProperty("java.class.path")).toAbsolutePath().normalize();
    Path project = jar.resolve("../../..").normalize();
    return existing(
        List.of(jar.resolveSibling(NAME), project.resolve(BUILT), Path.of(BUILT).toAbsolutePath()));
  }

  private static Path existing(List<Path> candidates) {
    return candidates.stream()
        .filter(Files::isRegularFile)
        .findFirst()
        .orElseThrow(
            () ->
                new DemoFailure(
                    "no agent at %s; build it (mvn -DskipTests package) or name it: --agent=PATH"
                        .formatted(candidates.get(candidates.size() - 1)),
                    null));
  }
}
