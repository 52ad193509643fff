package dev.ssot.engine.journal;

import dev.ssot.engine.ledger.Target;
import dev.ssot.engine.stack.ConstructionTrace;
import java.util.Map;
import java.util.WeakHashMap;

/**
 * Decides which lines of the log carry a stack: the first three of each target, as 47 stacks are
 * thousands of lines that nobody reads. The report has the stacks of all call sites. Used on the
 * agent's thread alone.
 */
public final class LoggedStacks {
  private static final int PER_TARGET = 3;
  private static final String REST = "; the stacks of further call sites are in the report";

  private final Map<Target, Integer> taken = new WeakHashMap<>();

  /**
   * Takes the stack that a line about the target may carry.
   *
   * @param title what the stack is of
   * @param frames null if there are none
   * @return null if the line is to carry none
   */
  ConstructionTrace take(Target target, String title, StackTraceElement[] frames) {
    int before = taken.getOrDefault(target, 0);
    if (frames == null || before >= PER_TARGET) {
      return null;
    }
    taken.put(target, before + 1);
    String rest = before + 1 == PER_TARGET ? REST : "";
    return new ConstructionTrace(title + rest, frames);
  }
}
