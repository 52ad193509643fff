package dev.ssot.engine.weave;

import dev.ssot.engine.canonical.LearnedMember;
import dev.ssot.engine.canonical.TargetShape;
import dev.ssot.engine.weave.site.NotWovenSite;
import dev.ssot.engine.weave.site.WovenSite;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What became of a class file. */
public final class WeaveResult {
  private final byte[] classFile;
  private final List<WovenSite> woven;
  private final List<NotWovenSite> skipped;
  private final TargetShape shape;
  private final boolean hooked;
  private final Throwable problem;
  private List<LearnedMember> absent = Collections.emptyList();
  private String superName;
  private boolean guarded;
  private boolean withoutGuarded;

  private WeaveResult(
      byte[] classFile,
      List<WovenSite> woven,
      List<NotWovenSite> skipped,
      TargetShape shape,
      boolean hooked,
      Throwable problem) {
    this.classFile = classFile;
    this.woven = Collections.unmodifiableList(new ArrayList<>(woven));
    this.skipped = Collections.unmodifiableList(new ArrayList<>(skipped));
    this.shape = shape;
    this.hooked = hooked;
    this.problem = problem;
  }

  static WeaveResult untouched() {
    return unreadable(null);
  }

  static WeaveResult unreadable(Throwable problem) {
    return of(null, Collections.emptyList(), Collections.emptyList(), null, false, problem);
  }

  static WeaveResult of(
      byte[] classFile,
      List<WovenSite> woven,
      List<NotWovenSite> skipped,
      TargetShape shape,
      boolean hooked,
      Throwable problem) {
    return new WeaveResult(classFile, woven, skipped, shape, hooked, problem);
  }

  /** Returns the internal name of the superclass; null if the class file was not scanned. */
  public String superName() {
    return superName;
  }

  /** Tells whether its methods are guarded, and those of its superclass are to be. */
  public boolean isGuarded() {
    return guarded;
  }

  /** Tells whether the class declares no method that could be guarded. */
  public boolean isWithoutGuarded() {
    return withoutGuarded;
  }

  /** Returns the same result, for a class of that superclass. */
  WeaveResult inheriting(String parent, boolean isGuarded, boolean declaresGuarded) {
    WeaveResult result = copy();
    result.superName = parent;
    result.guarded = isGuarded;
    result.withoutGuarded = !declaresGuarded;
    return result;
  }

  /** Returns the same result, for a class that lacks members that the options name. */
  WeaveResult lacking(List<LearnedMember> members) {
    WeaveResult result = copy();
    result.absent = members;
    return result;
  }

  private WeaveResult copy() {
    WeaveResult result = new WeaveResult(classFile, woven, skipped, shape, hooked, problem);
    result.absent = absent;
    result.superName = superName;
    result.guarded = guarded;
    result.withoutGuarded = withoutGuarded;
    return result;
  }

  /**
   * Returns the members that should yield a canonical instance but do not exist or are not static.
   */
  public List<LearnedMember> absent() {
    return absent;
  }

  /** Returns the woven class file; null when nothing changed. */
  public byte[] classFile() {
    return classFile;
  }

  /** Returns the rewritten constructions, in the order of the class file. */
  public List<WovenSite> woven() {
    return woven;
  }

  /** Returns the constructions that were not woven, in the order of the class file. */
  public List<NotWovenSite> skipped() {
    return skipped;
  }

  /** Returns what the class file tells of a target; null unless the class is one. */
  public TargetShape shape() {
    return shape;
  }

  /** Tells whether every constructor of the class reports the objects that it completes. */
  public boolean isHooked() {
    return hooked;
  }

  /** Tells why the class as a whole was left as it is; null if there is no such reason. */
  public Throwable problem() {
    return problem;
  }
}
