package dev.ssot.bootstrap.filter;

import dev.ssot.bootstrap.pattern.ClassPattern;
import dev.ssot.bootstrap.pattern.NameSuffix;

/**
 * A class that is named to hold the canonical instance. It need not construct one, and others may
 * write its field.
 */
public final class CanonicalHolder {
  private final ClassPattern className;
  private final String field;

  private CanonicalHolder(ClassPattern className, String field) {
    this.className = className;
    this.field = field;
  }

  /**
   * Makes a holder of a name in the form that options use.
   *
   * @param field null if a method of the class yields the instance
   */
  public static CanonicalHolder of(String className, String field) {
    return new CanonicalHolder(ClassPattern.of(className), field);
  }

  ClassPattern className() {
    return className;
  }

  boolean isHeldBy(ConstantPool pool, NameSuffix[] suffixes, boolean[] lasts) {
    return names(pool, pool.thisClass(), suffixes, lasts);
  }

  /** Returns whether the class reads or writes the field. */
  boolean isReferredToBy(ConstantPool pool, NameSuffix[] suffixes, boolean[] lasts) {
    for (int i = 1; field != null && i < pool.count(); i++) {
      if (pool.tag(i) == ConstantPool.FIELDREF
          && names(pool, pool.reference(i, 0), suffixes, lasts)
          && field.equals(pool.text(pool.reference(pool.reference(i, 1), 0)))) {
        return true;
      }
    }
    return false;
  }

  private boolean names(ConstantPool pool, int type, NameSuffix[] suffixes, boolean[] lasts) {
    int name = pool.reference(type, 0);
    return pool.fits(name, suffixes, lasts) && className.matches(pool.text(name));
  }
}
