package dev.ssot.cli.jvm;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * The texts in the file that a HotSpot JVM publishes about itself ({@code hsperfdata}). To read
 * them touches nothing in that JVM. The format, version 2, is that of {@code jvmstat} and has been
 * the same from Java 5 on.
 */
final class PerfData {
  private static final int MAGIC = 0xcafec0c0;
  private static final int LARGEST = 1 << 20;

  private final Map<String, String> texts = new HashMap<>();

  private PerfData() {}

  /**
   * Reads a file.
   *
   * @throws IOException if it cannot be read, or is no such file
   */
  static PerfData read(Path file) throws IOException {
    if (Files.size(file) > LARGEST) {
      throw new IOException(file + " is too large");
    }
    PerfData data = new PerfData();
    try {
      data.parse(ByteBuffer.wrap(Files.readAllBytes(file)));
    } catch (IndexOutOfBoundsException | IllegalArgumentException broken) {
      throw new IOException(file + " has another format", broken);
    }
    return data;
  }

  /** Returns a text by its name, such as {@code sun.rt.javaCommand}; empty if there is none. */
  String text(String name) {
    return texts.getOrDefault(name, "");
  }

  private void parse(ByteBuffer bytes) {
    if (bytes.getInt(0) != MAGIC) {
      throw new IllegalArgumentException("magic");
    }
    bytes.order(bytes.get(4) == 0 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    int entry = bytes.getInt(24);
    int entries = bytes.getInt(28);
    for (int i = 0; i < entries; i++) {
      int length = bytes.getInt(entry);
      if (length <= 0) {
        return;
      }
      addText(bytes, entry);
      entry += length;
    }
  }

  /** Adds the entry, if it is an array of bytes. */
  private void addText(ByteBuffer bytes, int entry) {
    int elements = bytes.getInt(entry + 8);
    if (elements > 0 && bytes.get(entry + 12) == 'B') {
      String name = text(bytes, entry + bytes.getInt(entry + 4), LARGEST);
      texts.put(name, text(bytes, entry + bytes.getInt(entry + 16), elements));
    }
  }

  /** Returns the text up to the zero byte that ends it. */
  private static String text(ByteBuffer bytes, int from, int longest) {
    int to = from;
    while (to < bytes.limit() && to - from < longest && bytes.get(to) != 0) {
      to++;
    }
    byte[] text = new byte[to - from];
    for (int i = from; i < to; i++) {
      text[i - from] = bytes.get(i);
    }
    return new String(text, UTF_8);
  }
}
