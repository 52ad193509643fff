package dev.ssot.dist;

import java.nio.file.Path;

/**
 * An installed JDK.
 *
 * @param version the feature release: 8, 11, 17, …
 */
public record Jdk(Path home, int version) {
  public Path java() {
    return home.resolve("bin/java");
  }

  /** As test reports show it. */
  @Override
  public String toString() {
    return "JDK " + version;
  }
}
