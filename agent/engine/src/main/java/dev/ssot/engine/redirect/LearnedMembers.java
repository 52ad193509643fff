package dev.ssot.engine.redirect;

import dev.ssot.bootstrap.options.CanonicalOption;
import dev.ssot.bootstrap.options.Options;
import dev.ssot.bootstrap.options.TargetOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

/** Which members yield canonical instances: those that options name, and targets' own. */
public final class LearnedMembers {
  /** Nothing is learned. */
  public static final LearnedMembers NONE =
      new LearnedMembers(Collections.<LearnedMember>emptyList(), target -> null);

  private final List<LearnedMember> named;
  private final Function<String, CanonicalOption> options;

  private LearnedMembers(List<LearnedMember> named, Function<String, CanonicalOption> options) {
    this.named = named;
    this.options = options;
  }

  /** As the options say. */
  public static LearnedMembers of(Options options, SitePolicy policy) {
    List<LearnedMember> named = new ArrayList<LearnedMember>();
    add(options.canonical(), named);
    for (TargetOption target : options.targets()) {
      add(target.canonical(), named);
    }
    return new LearnedMembers(named, policy::canonical);
  }

  private static void add(CanonicalOption option, List<LearnedMember> named) {
    if (option == null || !option.isNamed()) {
      return;
    }
    for (LearnedMember known : named) {
      if (known.description().equals(option.toString())) {
        return;
      }
    }
    named.add(LearnedMember.named(option));
  }

  /**
   * Those that a class may write or have.
   *
   * @param shape null if the class is no target
   */
  public List<LearnedMember> of(TargetShape shape) {
    LearnedMember own = shape == null || shape.refusal() != null ? null : own(shape);
    if (own == null) {
      return named;
    }
    List<LearnedMember> members = new ArrayList<LearnedMember>(named);
    members.add(own);
    return members;
  }

  /** What is written once is better than what is called each time. */
  private LearnedMember own(TargetShape shape) {
    CanonicalOption option = options.apply(shape.binaryName());
    if (option == null || option.isNamed()) {
      return null;
    }
    CanonicalMember member = CanonicalMember.of(option, shape);
    if (member.description() == null) {
      return null;
    }
    boolean field = member.ownField != null;
    return new LearnedMember(
        shape.internalName(), field ? member.ownField : member.name, !field, member.description());
  }
}
