package dev.ssot.engine.weave.site;

/** Tells which classes are targets. Asked for every constructor call of a class that is woven. */
public interface TargetNames {
  boolean isTarget(String internalName);

  /** Tells whether a target is named by itself, and not by a pattern. */
  default boolean isNamed(String internalName) {
    return false;
  }

  /**
   * Returns the internal name of the first class of the JDK that is named by itself in the package
   * of another one; null if there is none.
   */
  default String jdkTargetBeside(String internalName) {
    return null;
  }

  /** Tells whether the option {@code factories} names that method of a class. */
  default boolean isFactory(String internalName, String method) {
    return false;
  }
}
