package dev.ssot.engine.weave.corpus;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A JDK whose verifier judges the corpus.
 *
 * @param isAtAnEnd the oldest or the newest of the matrix
 */
record CorpusJdk(Path home, int version, boolean isAtAnEnd) {
  private static final Pattern VERSION = Pattern.compile("JAVA_VERSION=\"(?:1\\.)?(\\d+)");

  static CorpusJdk running() {
    return new CorpusJdk(
        Path.of(System.getProperty("java.home")), Runtime.version().feature(), true);
  }

  /** Those of the matrix; else the running one. */
  static List<CorpusJdk> all() {
    String matrix = System.getenv("SSOT_TEST_JDKS");
    String homes = matrix == null || matrix.isBlank() ? System.getProperty("java.home") : matrix;
    List<Path> all = Stream.of(homes.split(File.pathSeparator, -1)).map(Path::of).toList();
    var versions = all.stream().mapToInt(CorpusJdk::version).summaryStatistics();
    return all.stream()
        .map(home -> of(home, version(home), versions.getMin(), versions.getMax()))
        .toList();
  }

  @Override
  public String toString() {
    return "JDK " + version;
  }

  private static CorpusJdk of(Path home, int version, int oldest, int newest) {
    return new CorpusJdk(home, version, version == oldest || version == newest);
  }

  /** Some packages of JDK 8, and of no later one, have no release file. */
  private static int version(Path home) {
    Path release = home.resolve("release");
    try {
      var found = VERSION.matcher(Files.exists(release) ? Files.readString(release) : "");
      return found.find() ? Integer.parseInt(found.group(1)) : 8;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
