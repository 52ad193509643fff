package dev.ssot.engine.redirect;

import dev.ssot.bootstrap.options.CanonicalOption;
import dev.ssot.engine.detect.Target;
import java.lang.ref.WeakReference;
import java.lang.reflect.Field;
import java.util.List;

/**
 * The member that holds or yields the canonical instance: named by the option, or the only one of
 * its kind in the target.
 */
final class CanonicalMember {
  /** Nothing unique. */
  static final CanonicalMember UNKNOWN = new CanonicalMember(null, null, null);

  private final String description;
  private final String replacement;

  /** A static final field of the target itself; null if there is none to look into. */
  private final String field;

  /** Weak: the agent must not keep what the application lets go of. */
  private volatile WeakReference<Object> learned = new WeakReference<Object>(null);

  private boolean unreadable;

  private CanonicalMember(String description, String replacement, String field) {
    this.description = description;
    this.replacement = replacement;
    this.field = field;
  }

  static CanonicalMember of(CanonicalOption option, TargetShape shape) {
    if (option.isNamed()) {
      boolean own = option.className().equals(shape.binaryName());
      boolean field = own && option.kind() == CanonicalOption.Kind.FIELD;
      String call = option.kind() == CanonicalOption.Kind.METHOD ? "()" : "";
      String replacement = simple(option.className()) + "." + option.member() + call;
      return new CanonicalMember(option.toString(), replacement, field ? option.member() : null);
    }
    return option.kind() == CanonicalOption.Kind.AUTO ? auto(shape) : UNKNOWN;
  }

  /**
   * The one static final field of the target's own type, else its one method with a usual name. A
   * method is what the source should say; where there is none, a field that others may read.
   */
  private static CanonicalMember auto(TargetShape shape) {
    TargetShape.Candidate field = only(shape.fields());
    TargetShape.Candidate method = only(shape.methods());
    if (field == null && (method == null || !shape.fields().isEmpty())) {
      return UNKNOWN;
    }
    String member = method != null ? method.name() + "()" : field.name();
    boolean closed = method != null ? method.isPrivate() : field.isPrivate();
    return new CanonicalMember(
        shape.binaryName() + "#" + member,
        closed ? null : simple(shape.binaryName()) + "." + member,
        field == null ? null : field.name());
  }

  private static TargetShape.Candidate only(List<TargetShape.Candidate> candidates) {
    return candidates.size() == 1 ? candidates.get(0) : null;
  }

  /** As the source names it: without the package, nested classes by a dot. */
  private static String simple(String binaryName) {
    return binaryName.substring(binaryName.lastIndexOf('.') + 1).replace('$', '.');
  }

  /** {@code com.acme.RedisManager#getInstance()}; null if nothing unique was found. */
  String description() {
    return description;
  }

  /** What to write instead of {@code new}; null if unknown or not accessible to others. */
  String replacement() {
    return replacement;
  }

  /** Null until it is known. */
  Object learned() {
    return learned.get();
  }

  /** Reads the field. The class is initialised, or this waits for its initialiser. */
  void learn(Target target) {
    ClassLoader loader = target.loader();
    if (field == null || unreadable || loader == null || learned.get() != null) {
      return;
    }
    try {
      Field holder = Class.forName(target.className, false, loader).getDeclaredField(field);
      holder.setAccessible(true);
      learned = new WeakReference<Object>(holder.get(null));
    } catch (Exception | LinkageError closed) {
      unreadable = true; // a named module that opens nothing: the report goes without
    }
  }
}
