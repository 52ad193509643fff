package dev.ssot.engine.canonical;

import dev.ssot.bootstrap.options.CanonicalOption;
import dev.ssot.engine.policy.SitePolicy;
import java.util.ArrayList;
import java.util.List;

/**
 * Which members yield canonical instances: those that options name, and targets' own. The options
 * are asked each time, as targets and their holders may be added to the file.
 */
public final class LearnedMembers {
  /** Nothing is learned. */
  public static final LearnedMembers NONE = new LearnedMembers(null);

  /** Null if nothing is learned. */
  private final SitePolicy policy;

  private LearnedMembers(SitePolicy policy) {
    this.policy = policy;
  }

  /** Takes the members that the options name, and asks the policy for each target that is read. */
  public static LearnedMembers of(SitePolicy policy) {
    return new LearnedMembers(policy);
  }

  /**
   * Returns those that a class may write or have.
   *
   * @param shape null if the class is no target
   */
  public List<LearnedMember> of(TargetShape shape) {
    List<LearnedMember> members = new ArrayList<>();
    if (policy == null) {
      return members;
    }
    for (CanonicalOption option : policy.options().namedCanonicals()) {
      members.add(CanonicalMember.named(option, null).learned());
    }
    LearnedMember own = shape == null || shape.refusal() != null ? null : own(shape);
    if (own != null) {
      members.add(own);
    }
    return members;
  }

  private LearnedMember own(TargetShape shape) {
    CanonicalOption option = policy.canonical(shape.binaryName());
    boolean ofTheTarget = option != null && !option.isNamed();
    return ofTheTarget ? CanonicalMember.of(option, shape).learned() : null;
  }
}
