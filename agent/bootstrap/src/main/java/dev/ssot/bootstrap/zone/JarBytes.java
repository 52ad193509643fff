package dev.ssot.bootstrap.zone;

import java.io.EOFException;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * A jar that was read into memory at once. From then on the file may be overwritten, truncated or
 * deleted. Java 8 maps the directory of an open jar into memory, and the JVM dies if somebody
 * truncates the file; later versions read whatever is at the old places. The format is that of
 * PKWARE's APPNOTE, without ZIP64 and encryption; the end record says where the directory is.
 */
final class JarBytes {
  private static final int END = 0x06054b50;
  private static final int END_LENGTH = 22;
  private static final int ENTRY_LENGTH = 46;
  private static final int LOCAL_LENGTH = 30;
  private static final int STORED = 0;

  /** How often the directory is gone through before a table of it pays. */
  private static final int FEW = 4;

  private final byte[] jar;

  /** Where the jar begins in the array. */
  private final int start;

  private final int entries;
  private final int directory;
  private int searches;

  /**
   * Where the entries are in the directory, by their hashes; null as long as few were asked for.
   */
  private volatile int[] table;

  /** Reads the whole file. */
  static JarBytes of(File file) throws IOException {
    try (InputStream in = new FileInputStream(file)) {
      byte[] jar = new byte[(int) file.length()];
      for (int filled = 0; filled < jar.length; ) {
        int read = in.read(jar, filled, jar.length - filled);
        if (read < 0) {
          throw new EOFException(file + " became shorter while it was read");
        }
        filled += read;
      }
      return new JarBytes(jar);
    }
  }

  /**
   * Reads the file up to its last entry, which has no content then: a small part, if that one is
   * large. Reads the whole file if the entry is not the last.
   */
  static JarBytes upTo(String last, File file) throws IOException {
    try (RandomAccessFile in = new RandomAccessFile(file, "r")) {
      long end = in.length() - END_LENGTH;
      int from = new JarBytes(part(in, end, new byte[END_LENGTH], 0)).directory;
      byte[] tail = part(in, from, new byte[(int) (in.length() - from)], 0);
      JarBytes names = new JarBytes(moved(tail, 0));
      int at = names.find(bytes(last));
      if (at < 0 || names.next(at) != tail.length - END_LENGTH) {
        return of(file);
      }
      int length = names.number(at + 42);
      byte[] all = part(in, 0, new byte[length + tail.length], tail.length);
      System.arraycopy(tail, 0, all, length, tail.length);
      return new JarBytes(moved(all, length));
    }
  }

  /** Fills the array from a place of the file on, but for some bytes at the end of the array. */
  private static byte[] part(RandomAccessFile in, long from, byte[] bytes, int without)
      throws IOException {
    in.seek(Math.max(from, 0));
    in.readFully(bytes, 0, bytes.length - without);
    return bytes;
  }

  /** Makes the end record say that the directory is there. */
  private static byte[] moved(byte[] jar, int directory) {
    for (int i = 0; i < 4; i++) {
      jar[jar.length - END_LENGTH + 16 + i] = (byte) (directory >>> (8 * i));
    }
    return jar;
  }

  JarBytes(byte[] jar) throws IOException {
    this(jar, 0, jar.length);
  }

  /** Reads a jar that is a part of the array. */
  private JarBytes(byte[] bytes, int start, int limit) throws IOException {
    this.jar = bytes;
    this.start = start;
    int end = limit - END_LENGTH;
    while (end >= start && number(end) != END) {
      end--;
    }
    if (end < start) {
      throw new IOException("the agent's jar is incomplete: it has no directory");
    }
    this.entries = half(end + 10);
    this.directory = start + number(end + 16);
  }

  /**
   * Returns the jar that is an entry of this one. A stored one stays where it is: a copy would be
   * as large as the file.
   *
   * @return null if there is no such entry
   */
  JarBytes inner(String name) throws IOException {
    int at = find(bytes(name));
    if (at < 0) {
      return null;
    }
    int data = data(at);
    int length = number(at + 24);
    if (half(at + 10) != STORED) {
      return new JarBytes(content(name, at));
    }
    if (length > jar.length - data) {
      throw new IOException("the agent's jar is incomplete: " + name);
    }
    return new JarBytes(jar, data, data + length);
  }

  /** Tells whether there is an entry of that name. */
  boolean has(String name) {
    return find(bytes(name)) >= 0;
  }

  /**
   * Returns the content of an entry.
   *
   * @return null if there is no such entry
   */
  byte[] content(String name) throws IOException {
    int at = find(bytes(name));
    return at < 0 ? null : content(name, at);
  }

  /** Returns the names of the entries that begin and end so, in their order. */
  List<String> names(String prefix, String suffix) {
    List<String> names = new ArrayList<>();
    byte[] first = bytes(prefix);
    int at = directory;
    for (int i = 0; i < entries; i++) {
      int length = half(at + 28);
      if (length >= first.length && isAt(at + ENTRY_LENGTH, first)) {
        String name = new String(jar, at + ENTRY_LENGTH, length, StandardCharsets.UTF_8);
        if (name.endsWith(suffix)) {
          names.add(name);
        }
      }
      at = next(at);
    }
    return names;
  }

  private static byte[] bytes(String name) {
    return name.getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Returns where the entry is in the directory; -1 if there is none. A start without a target asks
   * for so few that going through all of them takes less time than to make the table.
   */
  private int find(byte[] name) {
    if (table == null) {
      if (searches++ < FEW) {
        return search(name);
      }
      table = table();
    }
    int[] places = table;
    int slot = hash(name, 0, name.length) & places.length - 1;
    while (places[slot] != 0 && !isNamed(places[slot], name)) {
      slot = slot + 1 & places.length - 1;
    }
    return places[slot] == 0 ? -1 : places[slot];
  }

  private int search(byte[] name) {
    int at = directory;
    for (int i = 0; i < entries; i++) {
      if (isNamed(at, name)) {
        return at;
      }
      at = next(at);
    }
    return -1;
  }

  /** Makes a table with open addressing, twice as large as needed at least. */
  private int[] table() {
    int[] places = new int[Integer.highestOneBit(entries + 1) * 4];
    int at = directory;
    for (int i = 0; i < entries; i++) {
      int slot = hash(jar, at + ENTRY_LENGTH, half(at + 28)) & places.length - 1;
      while (places[slot] != 0) {
        slot = slot + 1 & places.length - 1;
      }
      places[slot] = at;
      at = next(at);
    }
    return places;
  }

  /** Looks at few bytes, since this runs when nothing is compiled yet. */
  private static int hash(byte[] bytes, int from, int length) {
    int hash = length;
    int end = from + length - ".class".length();
    for (int i = Math.max(from, end - 12); i < end; i++) {
      hash = 31 * hash + bytes[i];
    }
    return hash ^ hash >>> 15;
  }

  private int next(int at) {
    return at + ENTRY_LENGTH + half(at + 28) + half(at + 30) + half(at + 32);
  }

  private boolean isNamed(int at, byte[] name) {
    return half(at + 28) == name.length && isAt(at + ENTRY_LENGTH, name);
  }

  /** Compares from the end, as many names begin alike. */
  private boolean isAt(int from, byte[] name) {
    for (int i = name.length - 1; i >= 0; i--) {
      if (jar[from + i] != name[i]) {
        return false;
      }
    }
    return true;
  }

  private byte[] content(String name, int at) throws IOException {
    byte[] content = new byte[number(at + 24)];
    int compressed = number(at + 20);
    int data = data(at);
    if (half(at + 10) == STORED) {
      System.arraycopy(jar, data, content, 0, content.length);
    } else if (inflate(data, compressed, content) < content.length) {
      throw new IOException("the agent's jar is incomplete: " + name);
    }
    return content;
  }

  /** Returns where the content of an entry begins. */
  private int data(int at) {
    int local = start + number(at + 42);
    return local + LOCAL_LENGTH + half(local + 26) + half(local + 28);
  }

  private int inflate(int from, int compressed, byte[] content) throws IOException {
    Inflater inflater = new Inflater(true);
    try {
      inflater.setInput(jar, from, compressed);
      int filled = 0;
      while (filled < content.length && !inflater.finished() && !inflater.needsInput()) {
        filled += inflater.inflate(content, filled, content.length - filled);
      }
      return filled;
    } catch (DataFormatException damaged) {
      throw new IOException("the agent's jar is damaged", damaged);
    } finally {
      inflater.end();
    }
  }

  private int half(int at) {
    return (jar[at] & 0xff) | (jar[at + 1] & 0xff) << 8;
  }

  private int number(int at) {
    return half(at) | half(at + 2) << 16;
  }
}
