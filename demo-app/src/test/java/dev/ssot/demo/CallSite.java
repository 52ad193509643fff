package dev.ssot.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One place in the demo's sources where a RedisManager is made, found by reading the sources. */
public record CallSite(String priority, String file, int line) {
  static final Path SOURCES = Path.of("src/main/java/dev/ssot/demo");

  private static final Map<String, String> PRIORITY_OF_PACKAGE =
      Map.of(
          "websocket", "P1",
          "execution", "P2",
          "infrastructure", "P3",
          "staging", "P4");

  private static final Pattern CONSTRUCTION =
      Pattern.compile(
          "new RedisManager\\(\\)|RedisManager::new|RedisManager\\.class\\..*newInstance\\(\\)");

  /** All of them but the shared instance's own; {@code none} for what is outside the groups. */
  public static List<CallSite> inTheSources() {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> !file.endsWith("RedisManager.java"))
          .flatMap(file -> in(file).stream())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<CallSite> in(Path file) {
    String folder = file.getParent().getFileName().toString();
    List<CallSite> found = new ArrayList<>();
    int number = 0;
    for (String line : lines(file)) {
      number++;
      if (CONSTRUCTION.matcher(line).find()) {
        String priority = PRIORITY_OF_PACKAGE.getOrDefault(folder, "none");
        found.add(new CallSite(priority, file.getFileName().toString(), number));
      }
    }
    return found;
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
