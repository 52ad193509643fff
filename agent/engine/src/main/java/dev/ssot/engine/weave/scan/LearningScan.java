package dev.ssot.engine.weave.scan;

import dev.ssot.engine.canonical.LearnedMember;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.FieldVisitor;
import net.bytebuddy.jar.asm.Handle;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/** Finds where a class writes or returns a canonical instance. */
public final class LearningScan extends ClassVisitor {
  private static final int CONSTANT = Opcodes.ACC_STATIC | Opcodes.ACC_FINAL;

  private final List<LearnedMember> members;

  /** The types with which the class declares members; internal names. */
  private final Map<LearnedMember, Set<String>> declared = new HashMap<>();

  private final Map<String, LearnedMember> answers = new HashMap<>();

  /** Which fields each method writes, and every method of the class that calls it. */
  private final Map<String, Set<LearnedMember>> writers = new LinkedHashMap<>();

  /** The methods of the class, and those of them that may construct elsewhere. */
  private final Set<String> methods = new HashSet<>();

  private final Set<String> leaving = new HashSet<>();

  /** Which methods of the class each method calls or passes on. */
  private final Map<String, Set<String>> calls = new HashMap<>();

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
      scan.addCallers();
      scan.addLeaving();
    }
    return scan;
  }

  /** Tells whether anything is to be hooked. */
  public boolean isEmpty() {
    return answers.isEmpty() && writers.isEmpty();
  }

  /**
   * Returns the fields with canonical instances that the method writes, itself or by a method of
   * its class: when it returns, the instance is ready as far as this method knows.
   */
  public Collection<LearnedMember> writtenBy(String method, String descriptor) {
    return writers.getOrDefault(method + descriptor, Collections.emptySet());
  }

  private void addCallers() {
    boolean changed = !writers.isEmpty();
    while (changed) {
      changed = false;
      for (Map.Entry<String, Set<String>> caller : calls.entrySet()) {
        for (String called : caller.getValue()) {
          Set<LearnedMember> written = writers.get(called);
          if (written != null) {
            changed |= writersOf(caller.getKey()).addAll(new ArrayList<>(written));
          }
        }
      }
    }
  }

  private void addLeaving() {
    boolean changed = !leaving.isEmpty();
    while (changed) {
      changed = false;
      for (Map.Entry<String, Set<String>> caller : calls.entrySet()) {
        boolean leaves = !Collections.disjoint(caller.getValue(), leaving);
        changed |= leaves && leaving.add(caller.getKey());
      }
    }
  }

  /**
   * Tells whether a call of a provider may construct elsewhere than in its class. The constructor
   * of what it provides does not count: that is the instance.
   */
  public boolean leaves(LearnedMember provider, String owner, String called, String type) {
    if (called.equals("<init>") && (owner.equals(name) || typesOf(provider).contains(owner))) {
      return false;
    }
    return owner.equals(name)
        ? leaving.contains(called + type) || !methods.contains(called + type)
        : LeavingCalls.contains(name, owner, called, type);
  }

  private Set<LearnedMember> writersOf(String method) {
    return writers.computeIfAbsent(method, unknown -> new LinkedHashSet<>());
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
      if (member.holder().equals(name) && !declared.containsKey(member)) {
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
      declare(member, Type.getType(descriptor));
    }
    // This is the INSTANCE of a Kotlin object.
    single |= (access & CONSTANT) == CONSTANT && descriptor.equals("L" + name + ";");
    return null;
  }

  @Override
  public MethodVisitor visitMethod(
      int access, String method, String descriptor, String signature, String[] exceptions) {
    methods.add(method + descriptor);
    // A method of the only object of its class (an enum constant, a Kotlin object or companion)
    // counts like a static one.
    if (single || (access & Opcodes.ACC_STATIC) != 0) {
      answer(method, descriptor);
    }
    return new MethodVisitor(Opcodes.ASM9) {
      @Override
      public void visitFieldInsn(int opcode, String owner, String field, String type) {
        LearnedMember member = field(owner, field);
        if (opcode == Opcodes.PUTSTATIC && isReference(type) && member != null) {
          writersOf(method + descriptor).add(member);
        }
      }

      @Override
      public void visitMethodInsn(
          int opcode, String owner, String called, String type, boolean isInterface) {
        noteCall(method + descriptor, owner, called + type);
        boolean makesAnswer = called.equals("<init>") && descriptor.endsWith(")L" + owner + ";");
        if (!makesAnswer && LeavingCalls.contains(name, owner, called, type)) {
          leaving.add(method + descriptor);
        }
      }

      @Override
      public void visitInvokeDynamicInsn(
          String called, String type, Handle bootstrap, Object... arguments) {
        for (Object argument : arguments) {
          if (argument instanceof Handle) {
            Handle handle = (Handle) argument;
            noteCall(method + descriptor, handle.getOwner(), handle.getName() + handle.getDesc());
          }
        }
      }
    };
  }

  private void noteCall(String caller, String owner, String called) {
    if (owner.equals(name)) {
      calls.computeIfAbsent(caller, unknown -> new LinkedHashSet<>()).add(called);
    }
  }

  private void answer(String method, String descriptor) {
    for (LearnedMember member : members) {
      if (member.isMethod()
          && member.holder().equals(name)
          && member.name().equals(method)
          && descriptor.startsWith("()")
          && isReference(descriptor.substring(2))) {
        declare(member, Type.getReturnType(descriptor));
        answers.put(method + descriptor, member);
      }
    }
  }

  private void declare(LearnedMember member, Type type) {
    declared.computeIfAbsent(member, unknown -> new HashSet<>()).add(type.getInternalName());
  }

  /** Returns the internal names of the types with which the class declares a member. */
  Set<String> typesOf(LearnedMember member) {
    return declared.getOrDefault(member, Collections.emptySet());
  }

  /** Tells whether the type of a field is that of an object. */
  public static boolean isReference(String descriptor) {
    return Type.getType(descriptor).getSort() == Type.OBJECT;
  }
}
