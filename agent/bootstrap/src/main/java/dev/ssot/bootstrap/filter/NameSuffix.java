package dev.ssot.bootstrap.filter;

import java.nio.charset.StandardCharsets;

/**
 * What the names that a pattern matches end with, as the bytes of a class file: rejects almost
 * every constant without making a string of it.
 */
final class NameSuffix {
  private final byte[] bytes;
  private final boolean whole;

  NameSuffix(ClassNamePattern pattern) {
    bytes = ascii(pattern.suffix());
    whole = pattern.isExact() && bytes.length == pattern.text().length();
  }

  /** Whether any constant at all may do. */
  boolean isEmpty() {
    return bytes.length == 0;
  }

  /** As an index of 0 to 255. */
  int last() {
    return bytes[bytes.length - 1] & 0xFF;
  }

  boolean fits(byte[] classFile, int start, int length) {
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

  /** From the last character that a class file would write differently (JVMS 4.4.7) on. */
  private static byte[] ascii(String suffix) {
    int from = suffix.length();
    while (from > 0 && suffix.charAt(from - 1) > 0 && suffix.charAt(from - 1) < 0x80) {
      from--;
    }
    return suffix.substring(from).getBytes(StandardCharsets.US_ASCII);
  }
}
