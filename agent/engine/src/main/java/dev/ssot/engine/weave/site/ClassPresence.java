package dev.ssot.engine.weave.site;

/**
 * Whether the woven class can see a class. A plain constructor call does not load the types of its
 * parameters, {@code invokedynamic} does: a caller that passes null for an optional library that is
 * not there would fail once woven.
 */
public interface ClassPresence {
  /** For class files that are not about to be run. */
  ClassPresence EVERYTHING = internalName -> true;

  /** Must not load the class: nothing of the application may be loaded earlier because of us. */
  boolean isPresent(String internalName);
}
