package dev.ssot.engine.weave.site;

/** Tells which classes are targets. Asked for every constructor call of a class that is woven. */
public interface TargetNames {
  boolean isTarget(String internalName);

  /** Tells whether the option {@code factories} names that method of a class. */
  default boolean isFactory(String internalName, String method) {
    return false;
  }
}
