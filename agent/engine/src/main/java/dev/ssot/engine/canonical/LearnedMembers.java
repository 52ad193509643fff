package dev.ssot.engine.canonical;

import dev.ssot.bootstrap.options.CanonicalOption;
import dev.ssot.bootstrap.options.Options;
import dev.ssot.engine.policy.SitePolicy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** Which members yield canonical instances: those that options name, and targets' own. */
public final class LearnedMembers {
  /** Nothing is learned. */
  public static final LearnedMembers NONE =
      new LearnedMembers(Collections::emptyList, target -> null);

  /** Asked each time, as targets and their holders may be added to the file. */
  private final Supplier<List<LearnedMember>> named;

  private final Function<String, CanonicalOption> options;

  private LearnedMembers(
      Supplier<List<LearnedMember>> named, Function<String, CanonicalOption> options) {
    this.named = named;
    this.options = options;
  }

  /** Takes the members that the options name, and asks the policy for each target that is read. */
  public static LearnedMembers of(SitePolicy policy) {
    return new LearnedMembers(() -> named(policy.options()), policy::canonical);
  }

  private static List<LearnedMember> named(Options options) {
    List<LearnedMember> named = new ArrayList<>();
    for (CanonicalOption option : options.namedCanonicals()) {
      named.add(CanonicalMember.named(option, null).learned());
    }
    return named;
  }

  /**
   * Returns those that a class may write or have.
   *
   * @param shape null if the class is no target
   */
  public List<LearnedMember> of(TargetShape shape) {
    LearnedMember own = shape == null || shape.refusal() != null ? null : own(shape);
    if (own == null) {
      return named.get();
    }
    List<LearnedMember> members = new ArrayList<>(named.get());
    members.add(own);
    return members;
  }

  private LearnedMember own(TargetShape shape) {
    CanonicalOption option = options.apply(shape.binaryName());
    boolean ofTheTarget = option != null && !option.isNamed();
    return ofTheTarget ? CanonicalMember.of(option, shape).learned() : null;
  }
}
