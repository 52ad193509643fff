package dev.ssot.benchmarks.table;

import java.util.Collection;
import java.util.function.ToDoubleFunction;

/** Middle values, which a few disturbed runs do not move. */
public final class Medians {
  private Medians() {}

  /** Returns the median of a figure of some runs, of which there is at least one. */
  public static <T> double of(Collection<T> runs, ToDoubleFunction<T> figure) {
    double[] values = runs.stream().mapToDouble(figure).sorted().toArray();
    int middle = values.length / 2;
    return values.length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
  }
}
