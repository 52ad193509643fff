package dev.ssot.engine.weave;

import java.nio.file.Path;

/** Sources of what is woven in tests. */
final class Fixture {
  private Fixture() {}

  static Path source(String name) {
    return Path.of("src/test/resources/forms", name).toAbsolutePath();
  }
}
