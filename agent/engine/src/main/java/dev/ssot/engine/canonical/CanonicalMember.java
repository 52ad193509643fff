package dev.ssot.engine.canonical;

import dev.ssot.bootstrap.options.CanonicalOption;
import dev.ssot.bootstrap.pattern.ClassNames;
import java.util.List;
import java.util.Objects;

/**
 * The member that holds or returns the canonical instance: named by the option, or the only one of
 * its kind in the target. It tells where to look and holds no instance.
 */
public final class CanonicalMember {
  /** Nothing unique. */
  static final CanonicalMember UNKNOWN = new CanonicalMember(null, null, null, false, null, false);

  /** Binary name of the class that has the member; null if nothing unique was found. */
  final String holder;

  /** Name of the method or field, without parentheses. */
  final String name;

  /** Whether it is a method, to be called, and not a field, to be read. */
  final boolean isMethod;

  /** A static final field of the target itself; null if there is none to read. */
  final String ownField;

  private final String replacement;
  private final boolean named;

  private CanonicalMember(
      String holder,
      String name,
      String ownField,
      boolean isMethod,
      String replacement,
      boolean named) {
    this.holder = holder;
    this.name = name;
    this.ownField = ownField;
    this.isMethod = isMethod;
    this.replacement = replacement;
    this.named = named;
  }

  /** Finds the member of a target: the one that the option names, else the target's own. */
  static CanonicalMember of(CanonicalOption option, TargetShape shape) {
    if (option.isNamed()) {
      return named(option, shape.binaryName());
    }
    return option.kind() == CanonicalOption.Kind.AUTO ? auto(shape) : UNKNOWN;
  }

  /**
   * Makes the member that an option names.
   *
   * @param target binary name; null if it is not known
   */
  static CanonicalMember named(CanonicalOption option, String target) {
    boolean method = option.kind() == CanonicalOption.Kind.METHOD;
    boolean own = !method && option.className().equals(target);
    return new CanonicalMember(
        option.className(),
        option.member(),
        own ? option.member() : null,
        method,
        simple(option.className()) + "." + option.member() + (method ? "()" : ""),
        true);
  }

  /**
   * Returns the member whose value woven code reports: preferably a field, which is written once,
   * and not a method, which is called many times.
   *
   * @return null if nothing unique was found
   */
  LearnedMember learned() {
    if (holder == null) {
      return null;
    }
    String internalName = holder.replace('.', '/');
    return ownField != null
        ? new LearnedMember(internalName, ownField, false, description())
        : new LearnedMember(internalName, name, isMethod, description());
  }

  /**
   * Takes the only static final field of the target's own type, or else its only method with a
   * usual name. The source should call the method, or read an accessible field if there is no
   * method.
   */
  private static CanonicalMember auto(TargetShape shape) {
    TargetShape.Candidate field = only(shape.fields());
    TargetShape.Candidate method = only(shape.methods());
    if (field == null && (method == null || !shape.fields().isEmpty())) {
      return UNKNOWN;
    }
    TargetShape.Candidate member = method != null ? method : field;
    String source = simple(shape.binaryName()) + "." + member.name() + (method != null ? "()" : "");
    return new CanonicalMember(
        shape.binaryName(),
        member.name(),
        field == null ? null : field.name(),
        method != null,
        member.isPrivate() ? null : source,
        false);
  }

  /** Tells whether the option names it, so that it may not exist. */
  boolean isNamed() {
    return named;
  }

  /** Tells whether the other one leads to the same place. */
  boolean isSame(CanonicalMember other) {
    return isMethod == other.isMethod
        && Objects.equals(holder, other.holder)
        && Objects.equals(name, other.name)
        && Objects.equals(ownField, other.ownField);
  }

  /** Tells whether this thread is in the method, or in the static initialiser of its class. */
  boolean isRunning() {
    for (StackTraceElement frame : new Throwable().getStackTrace()) {
      String method = frame.getMethodName();
      if (frame.getClassName().equals(holder)
          && (method.equals("<clinit>") || (isMethod && method.equals(name)))) {
        return true;
      }
    }
    return false;
  }

  /** Returns the name of the method; null if it is a field, or nothing unique was found. */
  String provider() {
    return isMethod ? name : null;
  }

  private static TargetShape.Candidate only(List<TargetShape.Candidate> candidates) {
    return candidates.size() == 1 ? candidates.get(0) : null;
  }

  /** Names a class as the source does: without the package, nested classes by a dot. */
  private static String simple(String binaryName) {
    return ClassNames.simple(binaryName).replace('$', '.');
  }

  /** Names it: {@code com.acme.RedisManager#getInstance()}; null if nothing unique was found. */
  public String description() {
    return holder == null ? null : holder + "#" + name + (isMethod ? "()" : "");
  }

  /** Says what to write instead of {@code new}; null if unknown or not accessible to others. */
  public String replacement() {
    return replacement;
  }

  /** Tells whether a provider has to be asked, as reading the target's own field is not enough. */
  boolean isProvider() {
    return holder != null && ownField == null;
  }
}
