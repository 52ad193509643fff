package dev.ssot.engine.transform;

import dev.ssot.engine.thread.RepeatedFailures;
import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.slf4j.Logger;

/**
 * Retransforms classes that are loaded already. The JVM refuses a whole batch because of one class
 * in it, such as one that cannot be linked. So a refused batch is halved until that class is found,
 * and only that class stays as it is.
 */
public final class Retransformation {
  /**
   * The size of a batch, bounded because the application stands still while a batch is
   * retransformed.
   */
  private static final int BATCH = 50;

  private final Instrumentation instrumentation;
  private final RepeatedFailures failures;

  /**
   * Retransforms by the JVM.
   *
   * @param log told of classes that are refused: of the first, then at each doubling
   */
  public Retransformation(Instrumentation instrumentation, Logger log) {
    this.instrumentation = instrumentation;
    this.failures = new RepeatedFailures(log);
  }

  /**
   * Retransforms in the order of the collection. Never throws on account of a class.
   *
   * @param consequence what does not work for a refused class, for the log
   * @return the classes that were refused
   */
  public List<Class<?>> perform(Collection<Class<?>> classes, String consequence) {
    List<Class<?>> modifiable = new ArrayList<>();
    List<Class<?>> refused = new ArrayList<>();
    for (Class<?> each : classes) {
      if (instrumentation.isModifiableClass(each)) {
        modifiable.add(each);
      } else {
        refused.add(each);
        String name = each.getName();
        failures.warn(
            consequence,
            null,
            "{} is left as it is: {}; the JVM never changes it",
            name,
            consequence);
      }
    }
    for (int from = 0; from < modifiable.size(); from += BATCH) {
      int to = Math.min(modifiable.size(), from + BATCH);
      halve(modifiable.subList(from, to), consequence, refused);
    }
    return refused;
  }

  private void halve(List<Class<?>> batch, String consequence, List<Class<?>> refused) {
    try {
      instrumentation.retransformClasses(batch.toArray(new Class<?>[0]));
    } catch (Throwable problem) { // a class may fail to link for any reason
      if (batch.size() == 1) {
        refused.add(batch.get(0));
        String name = batch.get(0).getName();
        failures.warn(consequence, problem, "{} is left as it is: {}", name, consequence);
        return;
      }
      int middle = batch.size() / 2;
      halve(batch.subList(0, middle), consequence, refused);
      halve(batch.subList(middle, batch.size()), consequence, refused);
    }
  }
}
