package dev.ssot.dist;

import java.nio.file.Path;

/**
 * An installed JDK.
 *
 * @param version the feature release: 8, 11, 17, …
 */
public record Jdk(Path home, int version) {
  public Path java() {
    return tool("java");
  }

  public Path tool(String name) {
    return home.resolve("bin").resolve(name);
  }

  /** As test reports show it. */
  @Override
  public String toString() {
    return "JDK " + version;
  }
}
