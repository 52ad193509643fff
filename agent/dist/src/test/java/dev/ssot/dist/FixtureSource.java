package dev.ssot.dist;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Finds the lines of fixtures that tests speak of: those that end in {@code // site: NAME}. */
public record FixtureSource(Path file) {
  /** By binary name. */
  public static FixtureSource of(String className) {
    return new FixtureSource(
        Path.of("../fixtures/src/main/java", className.replace('.', '/') + ".java"));
  }

  /** As a report's reader sees a site: {@code File.java:line kind}. */
  public String site(String name, String kind) {
    return "%s:%d %s".formatted(file.getFileName(), line(name), kind);
  }

  /** For those who compile it. */
  public String path() {
    return file.toAbsolutePath().toString();
  }

  public int line(String name) {
    List<String> lines = lines();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).endsWith("// site: " + name)) {
        return i + 1;
      }
    }
    throw new AssertionError("no site called " + name + " in " + file);
  }

  private List<String> lines() {
    try {
      return Files.readAllLines(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
