package dev.ssot.engine.weave.scan;

import java.util.HashMap;
import java.util.Map;
import net.bytebuddy.jar.asm.ClassReader;

/** The length of each method's bytecode in a class file (JVMS 4.6, 4.7.3). */
public final class CodeSizes {
  private final ClassReader reader;
  private final char[] buffer;
  private final Map<String, Integer> sizes = new HashMap<>();

  private CodeSizes(ClassReader reader) {
    this.reader = reader;
    this.buffer = new char[reader.getMaxStringLength()];
  }

  /** Returns the sizes by name and descriptor, concatenated; methods without code are left out. */
  public static Map<String, Integer> of(ClassReader reader) {
    CodeSizes walk = new CodeSizes(reader);
    int interfaces = reader.header + 6;
    int fields = interfaces + 2 + 2 * reader.readUnsignedShort(interfaces);
    walk.members(walk.members(fields));
    return walk.sizes;
  }

  /** Returns where the next table starts. */
  private int members(int table) {
    int offset = table + 2;
    for (int i = reader.readUnsignedShort(table); i > 0; i--) {
      String member = reader.readUTF8(offset + 2, buffer) + reader.readUTF8(offset + 4, buffer);
      offset = attributes(offset + 6, member);
    }
    return offset;
  }

  private int attributes(int table, String member) {
    int offset = table + 2;
    for (int i = reader.readUnsignedShort(table); i > 0; i--) {
      if ("Code".equals(reader.readUTF8(offset, buffer))) {
        sizes.put(member, reader.readInt(offset + 10));
      }
      offset += 6 + reader.readInt(offset + 2);
    }
    return offset;
  }
}
