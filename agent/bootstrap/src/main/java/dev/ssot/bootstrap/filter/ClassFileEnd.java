package dev.ssot.bootstrap.filter;

/**
 * Where a class file ends according to its own lengths (JVMS 4.1). HotSpot checks no bounds when it
 * reads a class for the boot loader, so that a truncated one crashes the JVM.
 */
public final class ClassFileEnd {
  private final byte[] classFile;
  private int offset;

  private ClassFileEnd(byte[] classFile) {
    this.classFile = classFile;
  }

  /** Returns whether the file ends exactly there. */
  public static boolean isReached(byte[] classFile) {
    try {
      return new ClassFileEnd(classFile).find() == classFile.length;
    } catch (IndexOutOfBoundsException | IllegalArgumentException missing) {
      return false;
    }
  }

  private int find() {
    offset = new ConstantPool(classFile).end();
    offset += 6; // flags, this class, superclass
    int interfaces = readShort();
    offset += 2 * interfaces;
    members();
    members();
    attributes();
    return offset;
  }

  /** Skips fields or methods. */
  private void members() {
    for (int left = readShort(); left > 0; left--) {
      offset += 6; // flags, name, descriptor
      attributes();
    }
  }

  private void attributes() {
    for (int left = readShort(); left > 0; left--) {
      offset += 2; // name
      int length = readShort() << 16 | readShort();
      if (length < 0 || length > classFile.length - offset) {
        throw new IllegalArgumentException("attribute of " + length + " bytes");
      }
      offset += length;
    }
  }

  private int readShort() {
    return (classFile[offset++] & 0xFF) << 8 | (classFile[offset++] & 0xFF);
  }
}
