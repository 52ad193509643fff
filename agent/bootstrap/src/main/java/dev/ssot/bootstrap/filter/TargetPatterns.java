package dev.ssot.bootstrap.filter;

import dev.ssot.bootstrap.pattern.ClassNames;
import dev.ssot.bootstrap.pattern.ClassPattern;
import dev.ssot.bootstrap.pattern.JdkClasses;
import dev.ssot.bootstrap.pattern.NameSuffix;
import dev.ssot.bootstrap.pattern.SitePattern;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The patterns of targets and the holders at one moment. Immutable. */
final class TargetPatterns {
  private final ClassPattern[] patterns;
  private final CanonicalHolder[] holders;
  private final FactoryCalls factories;
  private final NameSuffix[] suffixes;

  /** Whether a pattern may match a name, by the last byte of the name. */
  private final boolean[] lasts = new boolean[256];

  /**
   * Compiles the patterns.
   *
   * @param holders of canonical instances, which concern the agent even if they construct none
   * @param factories the methods that make targets
   */
  TargetPatterns(
      List<ClassPattern> patterns, List<CanonicalHolder> holders, List<SitePattern> factories) {
    this.factories = FactoryCalls.of(factories, patterns);
    this.patterns = patterns.toArray(new ClassPattern[0]);
    this.holders = holders.toArray(new CanonicalHolder[0]);
    List<ClassPattern> names = new ArrayList<>(patterns);
    for (CanonicalHolder holder : holders) {
      names.add(holder.className());
    }
    names.addAll(this.factories.classes());
    this.suffixes = new NameSuffix[names.size()];
    for (int i = 0; i < suffixes.length; i++) {
      suffixes[i] = new NameSuffix(names.get(i));
      if (suffixes[i].isEmpty()) {
        Arrays.fill(lasts, true);
      } else {
        lasts[suffixes[i].last()] = true;
      }
    }
  }

  /**
   * Returns false for a class of the JDK that is not named by itself, whatever the patterns say.
   */
  boolean isTarget(String internalName) {
    if (JdkClasses.isName(internalName)) {
      return JdkClasses.mayBeWatched(internalName) && isNamed(internalName);
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
   * of a target, to a method that may make one or to a holder's field. Never throws; returns false
   * for bytes that are no class file.
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
      int tag = pool.tag(i);
      if ((tag == ConstantPool.METHODREF || tag == ConstantPool.INTERFACE_METHODREF)
          && mayMake(pool, i)) {
        return true;
      }
    }
    return concernsHolder(pool) || mayCast(pool);
  }

  /** Tells whether a method is a constructor of a target, returns one, or is named to make one. */
  private boolean mayMake(ConstantPool pool, int method) {
    int type = pool.reference(method, 0);
    int nameAndType = pool.reference(method, 1);
    int name = pool.reference(nameAndType, 0);
    if (pool.isConstructorName(name)) {
      return isTarget(pool, type);
    }
    int descriptor = pool.reference(nameAndType, 1);
    if (pool.returns(descriptor, suffixes, lasts)
        && isTarget(FactoryCalls.returned(pool.text(descriptor)))
        && !isBeside(pool, type)) {
      return true;
    }
    int owner = pool.reference(type, 0);
    return !factories.isEmpty()
        && pool.fits(owner, suffixes, lasts)
        && factories.areCalledBy(pool.text(owner), pool.text(name));
  }

  /** Tells whether what a builder returns may be cast to a target. */
  private boolean mayCast(ConstantPool pool) {
    boolean builds = false;
    boolean names = false;
    for (int i = 1; i < pool.count() && !(builds && names); i++) {
      int tag = pool.tag(i);
      names |= tag == ConstantPool.CLASS && isTarget(pool, i);
      builds |=
          (tag == ConstantPool.METHODREF || tag == ConstantPool.INTERFACE_METHODREF)
              && FactoryCalls.mayBuild(pool, pool.reference(i, 1))
              && !isOfJdk(pool, pool.reference(i, 0));
    }
    return builds && names;
  }

  /** Tells whether a class is in the package of the one whose file this is. */
  private static boolean isBeside(ConstantPool pool, int classIndex) {
    return ClassNames.areBeside(
        pool.text(pool.reference(pool.thisClass(), 0)), pool.text(pool.reference(classIndex, 0)));
  }

  private static boolean isOfJdk(ConstantPool pool, int classIndex) {
    return JdkClasses.isName(pool.text(pool.reference(classIndex, 0)));
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
    return new TargetPatterns(all, allHolders, factories.options());
  }

  List<ClassPattern> list() {
    return new ArrayList<>(Arrays.asList(patterns));
  }

  /** Tells whether a target is named by itself, and not by a pattern. */
  boolean isNamed(String internalName) {
    for (ClassPattern pattern : patterns) {
      if (pattern.isExact() && pattern.matches(internalName)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Returns the internal name of the first class of the JDK that is named by itself in the package
   * of another one; null if there is none.
   */
  String jdkTargetBeside(String internalName) {
    for (ClassPattern pattern : patterns) {
      String name = ClassNames.internal(pattern.toString());
      if (pattern.isExact()
          && JdkClasses.mayBeWatched(name)
          && ClassNames.areBeside(internalName, name)) {
        return name;
      }
    }
    return null;
  }

  /** Tells whether a method is named to make targets. */
  boolean isFactory(String internalName, String method) {
    return factories.areCalledBy(internalName, method);
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
