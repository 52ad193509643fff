package dev.ssot.engine.weave.scan;

import dev.ssot.engine.canonical.LearnedMember;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.FieldVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/** Finds where a class writes or returns a canonical instance. */
public final class LearningScan extends ClassVisitor {
  private static final int CONSTANT = Opcodes.ACC_STATIC | Opcodes.ACC_FINAL;

  private final List<LearnedMember> members;
  private final Set<LearnedMember> declared = new HashSet<>();
  private final Map<String, LearnedMember> answers = new HashMap<>();
  private final Set<String> writers = new HashSet<>();
  private String name;
  private boolean single;

  private LearningScan(List<LearnedMember> members) {
    super(Opcodes.ASM9);
    this.members = members;
  }

  static LearningScan of(ClassReader reader, List<LearnedMember> members) {
    LearningScan scan = new LearningScan(members);
    if (!members.isEmpty()) {
      reader.accept(scan, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    }
    return scan;
  }

  /** Tells whether anything is to be hooked. */
  public boolean isEmpty() {
    return answers.isEmpty() && writers.isEmpty();
  }

  /** Tells whether the method writes a field that holds a canonical instance. */
  public boolean writes(String method, String descriptor) {
    return writers.contains(method + descriptor);
  }

  /** Returns the member whose instance the method returns; null if there is none. */
  public LearnedMember answerOf(String method, String descriptor) {
    return answers.get(method + descriptor);
  }

  /** Returns the field that is written; null if it holds no canonical instance. */
  public LearnedMember field(String owner, String field) {
    for (LearnedMember member : members) {
      if (!member.isMethod() && member.holder().equals(owner) && member.name().equals(field)) {
        return member;
      }
    }
    return null;
  }

  /**
   * Returns the members that this class should have but lacks, or has in a form that cannot be
   * hooked.
   */
  public List<LearnedMember> absent() {
    List<LearnedMember> absent = new ArrayList<>();
    for (LearnedMember member : members) {
      if (member.holder().equals(name) && !declared.contains(member)) {
        absent.add(member);
      }
    }
    return absent;
  }

  @Override
  public void visit(
      int version, int access, String type, String signature, String parent, String[] interfaces) {
    name = type;
    single = (access & Opcodes.ACC_ENUM) != 0 || type.endsWith("$Companion");
  }

  @Override
  public FieldVisitor visitField(
      int access, String field, String descriptor, String signature, Object value) {
    LearnedMember member = field(name, field);
    if (member != null && (access & Opcodes.ACC_STATIC) != 0 && isReference(descriptor)) {
      declared.add(member);
    }
    // This is the INSTANCE of a Kotlin object.
    single |= (access & CONSTANT) == CONSTANT && descriptor.equals("L" + name + ";");
    return null;
  }

  @Override
  public MethodVisitor visitMethod(
      int access, String method, String descriptor, String signature, String[] exceptions) {
    // A method of the only object of its class (an enum constant, a Kotlin object or companion)
    // counts like a static one.
    if (single || (access & Opcodes.ACC_STATIC) != 0) {
      answer(method, descriptor);
    }
    return new MethodVisitor(Opcodes.ASM9) {
      @Override
      public void visitFieldInsn(int opcode, String owner, String field, String type) {
        if (opcode == Opcodes.PUTSTATIC && isReference(type) && field(owner, field) != null) {
          writers.add(method + descriptor);
        }
      }
    };
  }

  private void answer(String method, String descriptor) {
    for (LearnedMember member : members) {
      if (member.isMethod()
          && member.holder().equals(name)
          && member.name().equals(method)
          && descriptor.startsWith("()")
          && isReference(descriptor.substring(2))) {
        declared.add(member);
        answers.put(method + descriptor, member);
      }
    }
  }

  private static boolean isReference(String descriptor) {
    return Type.getType(descriptor).getSort() == Type.OBJECT;
  }
}
