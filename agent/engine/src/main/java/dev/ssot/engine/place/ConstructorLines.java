package dev.ssot.engine.place;

import java.util.HashSet;
import java.util.Set;

/**
 * The lines on which the constructors of a class stand. They tell of a frame whether its
 * constructor took arguments. Asked for the descriptor instead, a JDK from 22 on loads the classes
 * that it names, by the loader of the application.
 */
public final class ConstructorLines {
  private final Set<Integer> with = new HashSet<>();
  private final Set<Integer> without = new HashSet<>();
  private boolean anyWith;
  private boolean anyWithout;

  /** Adds a constructor, whether its lines are known or not. */
  public void add(boolean hasParameters) {
    anyWith |= hasParameters;
    anyWithout |= !hasParameters;
  }

  /** Adds a line of a constructor. */
  public void addLine(int line, boolean hasParameters) {
    (hasParameters ? with : without).add(line);
  }

  /** Tells whether all constructors are alike, so that no line is needed. */
  public boolean areAlike() {
    return anyWith != anyWithout;
  }

  /**
   * Tells whether a line shows which constructor it is of.
   *
   * @param line -1 if it is not known
   */
  public boolean tell(int line) {
    return areAlike() || with.contains(line) != without.contains(line);
  }

  /** Tells whether the constructor on that line, which {@link #tell}s it, took arguments. */
  public boolean hasArguments(int line) {
    return areAlike() ? anyWith : with.contains(line);
  }
}
