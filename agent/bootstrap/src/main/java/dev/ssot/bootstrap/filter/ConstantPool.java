package dev.ssot.bootstrap.filter;

import dev.ssot.bootstrap.pattern.NameSuffix;

/**
 * The constant pool of a class file (JVMS 4.4), read in place. Throws if the bytes are no class
 * file.
 */
final class ConstantPool {
  static final int UTF8 = 1;
  static final int CLASS = 7;
  static final int FIELDREF = 9;
  static final int METHODREF = 10;
  static final int INTERFACE_METHODREF = 11;
  static final int NAME_AND_TYPE = 12;

  private static final int FIRST = 10;

  /** Bytes after the tag; -1 if there is no such tag. For a text, its own length is added. */
  private static final byte[] SIZES = {
    -1, 2, -1, 4, 4, 8, 8, 2, 2, 4, 4, 4, 4, -1, -1, 3, 2, 4, 4, 2, 2
  };

  private final byte[] classFile;

  /** The offset of each constant's tag; 0 if unused. */
  private final int[] offsets;

  private final int end;

  ConstantPool(byte[] classFile) {
    this.classFile = classFile;
    this.offsets = new int[unsignedShort(classFile, 8)];
    int offset = FIRST;
    for (int i = 1; i < offsets.length; i++) {
      offsets[i] = offset;
      i += slots(classFile, offset) - 1;
      offset = next(classFile, offset);
    }
    this.end = offset;
  }

  /**
   * Returns whether one of the texts ends with one of the suffixes, or is the descriptor of a
   * method that returns such a class.
   */
  static boolean mentions(byte[] classFile, NameSuffix[] suffixes, boolean[] lasts) {
    int count = unsignedShort(classFile, 8);
    int offset = FIRST;
    for (int i = 1; i < count; i += slots(classFile, offset), offset = next(classFile, offset)) {
      if (classFile[offset] == UTF8
          && (fits(classFile, offset, suffixes, lasts)
              || returns(classFile, offset, suffixes, lasts))) {
        return true;
      }
    }
    return false;
  }

  /** Returns the offset behind the constant pool. */
  int end() {
    return end;
  }

  int count() {
    return offsets.length;
  }

  /** Returns the tag; 0 for the unused entry after a long or double. */
  int tag(int index) {
    return offsets[index] == 0 ? 0 : classFile[offsets[index]];
  }

  /**
   * Returns another constant that the constant refers to.
   *
   * @param which 0 for the first one
   */
  int reference(int index, int which) {
    return unsignedShort(classFile, offsets[index] + 1 + 2 * which);
  }

  /** Returns the constant of the class that the file defines. */
  int thisClass() {
    return unsignedShort(classFile, end + 2);
  }

  boolean isConstructorName(int utf8) {
    int offset = offsets[utf8];
    return unsignedShort(classFile, offset + 1) == 6
        && classFile[offset + 3] == '<'
        && classFile[offset + 4] == 'i'
        && classFile[offset + 8] == '>';
  }

  /** Returns whether the text begins with those characters. */
  boolean beginsWith(int utf8, String ascii) {
    int offset = offsets[utf8];
    boolean begins = unsignedShort(classFile, offset + 1) >= ascii.length();
    for (int i = 0; begins && i < ascii.length(); i++) {
      begins = classFile[offset + 3 + i] == ascii.charAt(i);
    }
    return begins;
  }

  /** Returns whether it is the descriptor of a method that returns a class of such a name. */
  boolean returns(int utf8, NameSuffix[] suffixes, boolean[] lasts) {
    return returns(classFile, offsets[utf8], suffixes, lasts);
  }

  boolean fits(int utf8, NameSuffix[] suffixes, boolean[] lasts) {
    return fits(classFile, offsets[utf8], suffixes, lasts);
  }

  /** Decodes modified UTF-8 (JVMS 4.4.7). */
  String text(int utf8) {
    int offset = offsets[utf8] + 3;
    int stop = offset + unsignedShort(classFile, offset - 2);
    char[] chars = new char[stop - offset];
    int length = 0;
    while (offset < stop) {
      int first = classFile[offset++];
      if (first >= 0) {
        chars[length++] = (char) first;
      } else if ((first & 0xE0) == 0xC0) {
        chars[length++] = (char) ((first & 0x1F) << 6 | (classFile[offset++] & 0x3F));
      } else {
        int high = (first & 0xF) << 12 | (classFile[offset++] & 0x3F) << 6;
        chars[length++] = (char) (high | (classFile[offset++] & 0x3F));
      }
    }
    return new String(chars, 0, length);
  }

  private static boolean fits(
      byte[] classFile, int offset, NameSuffix[] suffixes, boolean[] lasts) {
    int length = unsignedShort(classFile, offset + 1);
    if (length == 0 || !lasts[classFile[offset + 2 + length] & 0xFF]) {
      return false;
    }
    for (NameSuffix suffix : suffixes) {
      if (suffix.fits(classFile, offset + 3, length)) {
        return true;
      }
    }
    return false;
  }

  private static boolean returns(
      byte[] classFile, int offset, NameSuffix[] suffixes, boolean[] lasts) {
    int last = offset + 1 + unsignedShort(classFile, offset + 1);
    if (last <= offset + 3
        || classFile[offset + 3] != '('
        || !lasts[classFile[last] & 0xFF]
        || classFile[last + 1] != ';') {
      return false;
    }
    int start = last;
    while (classFile[start] != ')' && start > offset + 3) {
      start--;
    }
    if (classFile[start + 1] != 'L') {
      return false;
    }
    for (NameSuffix suffix : suffixes) {
      if (suffix.fits(classFile, start + 2, last - start - 1)) {
        return true;
      }
    }
    return false;
  }

  private static int next(byte[] classFile, int offset) {
    int tag = classFile[offset];
    int size = SIZES[tag];
    if (size < 0) {
      throw new IllegalArgumentException("constant pool tag " + tag);
    }
    return offset + 1 + size + (tag == UTF8 ? unsignedShort(classFile, offset + 1) : 0);
  }

  /** Returns how many entries the constant takes: two for a long or double (tags 5 and 6). */
  private static int slots(byte[] classFile, int offset) {
    int tag = classFile[offset];
    return tag == 5 || tag == 6 ? 2 : 1;
  }

  private static int unsignedShort(byte[] classFile, int offset) {
    return (classFile[offset] & 0xFF) << 8 | (classFile[offset + 1] & 0xFF);
  }
}
