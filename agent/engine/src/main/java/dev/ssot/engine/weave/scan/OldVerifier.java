package dev.ssot.engine.weave.scan;

import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/**
 * The verifier that infers types and so needs no stack-map frame where a branch is added. It judges
 * class files of version 49 and below.
 *
 * <p>Where branches meet it may load classes that the other verifier takes at a frame's word; a
 * class that it does not find is an error that the application never had.
 */
final class OldVerifier {
  private static final int CLASS = 7;
  private static final int NAME_AND_TYPE = 12;

  private OldVerifier() {}

  /**
   * Whether it will accept what is valid as it is.
   *
   * @param framed whether the class file has stack-map frames
   */
  static boolean accepts(ClassReader reader, ClassHeaders headers, boolean framed) {
    boolean isItsOwn = (reader.readShort(6) & 0xFFFF) < Opcodes.V1_6;
    // Without a frame there is no place where branches meet.
    return isItsOwn || !framed || !headers.canBeRead() || findsAll(reader, headers);
  }

  private static boolean findsAll(ClassReader reader, ClassHeaders headers) {
    char[] buffer = new char[reader.getMaxStringLength()];
    for (int i = 1; i < reader.getItemCount(); i++) {
      int item = reader.getItem(i);
      if (item > 0 && !finds(reader, item, buffer, headers)) {
        return false;
      }
    }
    return true;
  }

  private static boolean finds(ClassReader reader, int item, char[] buffer, ClassHeaders headers) {
    switch (reader.readByte(item - 1)) {
      case CLASS:
        return finds(Type.getObjectType(reader.readUTF8(item, buffer)), headers);
      case NAME_AND_TYPE:
        return findsTypesOf(reader.readUTF8(item + 2, buffer), headers);
      default:
        return true;
    }
  }

  private static boolean findsTypesOf(String descriptor, ClassHeaders headers) {
    if (descriptor.charAt(0) != '(') {
      return finds(Type.getType(descriptor), headers);
    }
    for (Type argument : Type.getArgumentTypes(descriptor)) {
      if (!finds(argument, headers)) {
        return false;
      }
    }
    return finds(Type.getReturnType(descriptor), headers);
  }

  private static boolean finds(Type named, ClassHeaders headers) {
    Type type = named.getSort() == Type.ARRAY ? named.getElementType() : named;
    return type.getSort() != Type.OBJECT || headers.links(type.getInternalName());
  }
}
