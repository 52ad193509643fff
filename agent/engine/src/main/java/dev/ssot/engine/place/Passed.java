package dev.ssot.engine.place;

/** What a call passes to what makes an object, as far as its method tells. */
public enum Passed {
  NOTHING,
  /** Constants alone, and what was made of them in the same method. */
  CONSTANTS,
  VALUES;

  /** Returns that of two which tells objects apart more. */
  public Passed most(Passed other) {
    return compareTo(other) < 0 ? other : this;
  }
}
