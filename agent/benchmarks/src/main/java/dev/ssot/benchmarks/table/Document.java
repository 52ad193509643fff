package dev.ssot.benchmarks.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The document whose tables the benchmarks write: the one that the system property {@code
 * benchmarks.docs} names, or none. A table stands between two comments of its name.
 */
public final class Document {
  private Document() {}

  /**
   * Prints a table, and puts it into the document in place of the one of that name.
   *
   * @param markdown ends with a line end
   * @throws IllegalStateException if the document has no table of that name
   */
  public static void write(String name, String markdown) {
    System.out.println(markdown);
    String path = System.getProperty("benchmarks.docs", "");
    if (!path.isEmpty()) {
      try {
        Files.writeString(Path.of(path), replaced(Files.readString(Path.of(path)), name, markdown));
      } catch (IOException unwritable) {
        throw new UncheckedIOException(unwritable);
      }
    }
  }

  private static String replaced(String text, String name, String markdown) {
    String begin = "<!-- table: " + name + " -->\n";
    String end = "<!-- end of the table: " + name + " -->";
    int from = text.indexOf(begin);
    int to = text.indexOf(end);
    if (from < 0 || to < from) {
      throw new IllegalStateException("the document lacks " + begin + end);
    }
    return text.substring(0, from + begin.length()) + markdown + text.substring(to);
  }
}
