package dev.ssot.dist.jar;

import java.util.Set;
import java.util.TreeSet;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.commons.ClassRemapper;
import net.bytebuddy.jar.asm.commons.Remapper;

/** Names every class that a class file refers to. */
final class References extends Remapper {
  private final Set<String> names = new TreeSet<>();

  private References() {
    super(Opcodes.ASM9);
  }

  /** Internal names. */
  static Set<String> of(byte[] classFile) {
    References references = new References();
    new ClassReader(classFile).accept(new ClassRemapper(new ClassWriter(0), references), 0);
    return references.names;
  }

  /** Asked for each name that stands in a signature, a descriptor, an instruction or a constant. */
  @Override
  public String map(String internalName) {
    names.add(internalName);
    return internalName;
  }
}
