package dev.ssot.bootstrap.pattern;

import java.nio.charset.StandardCharsets;

/**
 * The common end of the names that a pattern matches, as the bytes of a class file. It rejects
 * almost every constant without creating a string.
 */
public final class NameSuffix {
  private final byte[] bytes;
  private final boolean whole;

  /** Makes the suffix of all names that the pattern matches. */
  public NameSuffix(ClassPattern pattern) {
    bytes = ascii(pattern.suffix().replace('.', '/'));
    whole = pattern.isExact() && bytes.length == pattern.toString().length();
  }

  /** Returns whether the suffix is empty, so that any constant may match. */
  public boolean isEmpty() {
    return bytes.length == 0;
  }

  /** Returns the last byte, as an index of 0 to 255. */
  public int last() {
    return bytes[bytes.length - 1] & 0xFF;
  }

  /** Returns whether the text of a class file that starts there ends in this suffix. */
  public boolean fits(byte[] classFile, int start, int length) {
    if (length < bytes.length || (whole && length > bytes.length)) {
      return false;
    }
    int shift = start + length - bytes.length;
    for (int i = bytes.length; i-- > 0; ) {
      if (classFile[shift + i] != bytes[i]) {
        return false;
      }
    }
    return true;
  }

  /**
   * Returns the part behind the last character that class files encode differently (JVMS 4.4.7).
   */
  private static byte[] ascii(String suffix) {
    int from = suffix.length();
    while (from > 0 && suffix.charAt(from - 1) > 0 && suffix.charAt(from - 1) < 0x80) {
      from--;
    }
    return suffix.substring(from).getBytes(StandardCharsets.US_ASCII);
  }
}
