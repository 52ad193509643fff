package dev.ssot.bootstrap.filter;

import dev.ssot.bootstrap.pattern.ClassPattern;
import dev.ssot.bootstrap.pattern.JdkClasses;
import dev.ssot.bootstrap.pattern.NameSuffix;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Which classes are targets, and which class files construct one. Immutable, thread-safe. */
public final class TargetMatcher {
  private final ClassPattern[] patterns;
  private final CanonicalHolder[] holders;
  private final NameSuffix[] suffixes;

  /** Whether a pattern may match a name, by the last byte of the name. */
  private final boolean[] lasts = new boolean[256];

  /** Makes a matcher of targets, without holders. */
  public TargetMatcher(List<ClassPattern> patterns) {
    this(patterns, Collections.<CanonicalHolder>emptyList());
  }

  /**
   * Makes a matcher.
   *
   * @param holders of canonical instances, which concern the agent even if they construct none
   */
  public TargetMatcher(List<ClassPattern> patterns, List<CanonicalHolder> holders) {
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
  public boolean isTarget(String internalName) {
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
  public boolean concerns(byte[] classFile) {
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

  /** Returns the patterns as they were written, separated by colons. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (ClassPattern pattern : patterns) {
      text.append(text.length() == 0 ? "" : ":").append(pattern);
    }
    return text.toString();
  }
}
