package dev.ssot.bootstrap.filter;

import dev.ssot.bootstrap.pattern.ClassPattern;
import dev.ssot.bootstrap.pattern.SitePattern;
import java.util.Collections;
import java.util.List;

/**
 * Which classes are targets, and which class files construct one. Thread-safe; targets are added
 * while the agent runs, and never removed, because woven code refers to them.
 */
public final class TargetMatcher {
  private volatile TargetPatterns patterns;

  /** Makes a matcher of targets, without holders. */
  public TargetMatcher(List<ClassPattern> patterns) {
    this(patterns, Collections.<CanonicalHolder>emptyList());
  }

  /** Makes a matcher, without named factories. */
  public TargetMatcher(List<ClassPattern> patterns, List<CanonicalHolder> holders) {
    this(patterns, holders, Collections.<SitePattern>emptyList());
  }

  /**
   * Makes a matcher.
   *
   * @param holders of canonical instances, which concern the agent even if they construct none
   * @param factories the methods that are named to make targets
   */
  public TargetMatcher(
      List<ClassPattern> patterns, List<CanonicalHolder> holders, List<SitePattern> factories) {
    this.patterns = new TargetPatterns(patterns, holders, factories);
  }

  /** Adds targets and holders; class files that are asked about from now on are matched by them. */
  public synchronized void add(List<ClassPattern> more, List<CanonicalHolder> holders) {
    patterns = patterns.with(more, holders);
  }

  /** Tells whether a pattern is among the targets, as it is written. */
  public boolean contains(ClassPattern pattern) {
    return patterns.contains(pattern);
  }

  /** Returns all patterns, those that were added last. */
  public List<ClassPattern> patterns() {
    return patterns.list();
  }

  /**
   * Returns false for a class of the JDK that is not named by itself, whatever the patterns say.
   */
  public boolean isTarget(String internalName) {
    return patterns.isTarget(internalName);
  }

  /** Tells whether a target is named by itself, and not by a pattern. */
  public boolean isNamed(String internalName) {
    return patterns.isNamed(internalName);
  }

  /**
   * Returns the internal name of the first class of the JDK that is named by itself in the package
   * of another one; null if there is none.
   */
  public String jdkTargetBeside(String internalName) {
    return patterns.jdkTargetBeside(internalName);
  }

  /** Tells whether a method is named to make targets. */
  public boolean isFactory(String internalName, String method) {
    return patterns.isFactory(internalName, method);
  }

  /**
   * Returns whether the class is a target or holder, or its constant pool refers to a constructor
   * of a target, to a method that may make one or to a holder's field. Never throws; returns false
   * for bytes that are no class file.
   */
  public boolean concerns(byte[] classFile) {
    return patterns.concerns(classFile);
  }

  /** Returns the patterns as they were written, separated by colons. */
  @Override
  public String toString() {
    return patterns.toString();
  }
}
