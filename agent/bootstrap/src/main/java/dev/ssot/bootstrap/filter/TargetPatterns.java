package dev.ssot.bootstrap.filter;

import dev.ssot.bootstrap.pattern.ClassPattern;
import dev.ssot.bootstrap.pattern.JdkClasses;
import dev.ssot.bootstrap.pattern.NameSuffix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The patterns of targets and the holders at one moment. Immutable. */
final class TargetPatterns {
  private final ClassPattern[] patterns;
  private final CanonicalHolder[] holders;
  private final NameSuffix[] suffixes;

  /** Whether a pattern may match a name, by the last byte of the name. */
  private final boolean[] lasts = new boolean[256];

  /**
   * Compiles the patterns.
   *
   * @param holders of canonical instances, which concern the agent even if they construct none
   */
  TargetPatterns(List<ClassPattern> patterns, List<CanonicalHolder> holders) {
    this.patterns = patterns.toArray(new ClassPattern[0]);
    this.holders = holders.toArray(new CanonicalHolder[0]);
    this.suffixes = new NameSuffix[this.patterns.length + this.holders.length];
    for (int i = 0; i < suffixes.length; i++) {
      int holder = i - this.patterns.length;
      suffixes[i] =
          new NameSuffix(holder < 0 ? this.patterns[i] : this.holders[holder].className());
      if (suffixes[i].isEmpty()) {
        Arrays.fill(lasts, true);
      } else {
        lasts[suffixes[i].last()] = true;
      }
    }
  }

  /** Returns false for a class of the JDK, whatever the patterns say. */
  boolean isTarget(String internalName) {
    if (JdkClasses.isName(internalName)) {
      return false;
    }
    for (ClassPattern pattern : patterns) {
      if (pattern.matches(internalName)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Returns whether the class is a target or holder, or its constant pool refers to a constructor
   * of a target or to a holder's field. Never throws; returns false for bytes that are no class
   * file.
   */
  boolean concerns(byte[] classFile) {
    try {
      return ConstantPool.mentions(classFile, suffixes, lasts)
          && concerns(new ConstantPool(classFile));
    } catch (RuntimeException malformed) {
      return false;
    }
  }

  private boolean concerns(ConstantPool pool) {
    if (isTarget(pool, pool.thisClass())) {
      return true;
    }
    for (int i = 1; i < pool.count(); i++) {
      if (pool.tag(i) == ConstantPool.METHODREF
          && pool.isConstructorName(pool.reference(pool.reference(i, 1), 0))
          && isTarget(pool, pool.reference(i, 0))) {
        return true;
      }
    }
    return concernsHolder(pool);
  }

  private boolean concernsHolder(ConstantPool pool) {
    for (CanonicalHolder holder : holders) {
      if (holder.isHeldBy(pool, suffixes, lasts) || holder.isReferredToBy(pool, suffixes, lasts)) {
        return true;
      }
    }
    return false;
  }

  private boolean isTarget(ConstantPool pool, int classIndex) {
    int name = pool.reference(classIndex, 0);
    return pool.fits(name, suffixes, lasts) && isTarget(pool.text(name));
  }

  /** Returns what these and more patterns match; those that are there already are left out. */
  TargetPatterns with(List<ClassPattern> more, List<CanonicalHolder> moreHolders) {
    List<ClassPattern> all = new ArrayList<>(Arrays.asList(patterns));
    for (ClassPattern each : more) {
      if (!contains(each)) {
        all.add(each);
      }
    }
    List<CanonicalHolder> allHolders = new ArrayList<>(Arrays.asList(holders));
    allHolders.addAll(moreHolders);
    return new TargetPatterns(all, allHolders);
  }

  List<ClassPattern> list() {
    return new ArrayList<>(Arrays.asList(patterns));
  }

  boolean contains(ClassPattern wanted) {
    for (ClassPattern pattern : patterns) {
      if (pattern.toString().equals(wanted.toString())) {
        return true;
      }
    }
    return false;
  }

  /** Returns the patterns as they were written, separated by colons. */
  @Override
  public String toString() {
    return ClassPattern.join(Arrays.asList(patterns));
  }
}
