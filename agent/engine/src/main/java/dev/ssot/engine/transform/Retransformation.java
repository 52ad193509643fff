package dev.ssot.engine.transform;

import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.slf4j.Logger;

/**
 * Shows classes that are loaded already to all transformers once more. The JVM refuses a whole
 * batch for one class in it, such as one that cannot be linked: a batch that was refused is halved
 * until the class is found, and only that class stays as it is.
 */
public final class Retransformation {
  /** The application stands still for as long as a batch takes. */
  private static final int BATCH = 50;

  private final Instrumentation instrumentation;
  private final Logger log;

  /**
   * Retransforms by the JVM.
   *
   * @param log told of each class that is refused
   */
  public Retransformation(Instrumentation instrumentation, Logger log) {
    this.instrumentation = instrumentation;
    this.log = log;
  }

  /**
   * Retransforms in the order of the collection. Never throws on account of a class.
   *
   * @param consequence for the log: what does not work for a class that is refused
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
        log.warn("{} is left as it is: {}; the JVM never changes it", each.getName(), consequence);
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
    } catch (Throwable problem) { // what a class cannot link for is anything
      if (batch.size() == 1) {
        refused.add(batch.get(0));
        log.warn("{} is left as it is: {}", batch.get(0).getName(), consequence, problem);
        return;
      }
      int middle = batch.size() / 2;
      halve(batch.subList(0, middle), consequence, refused);
      halve(batch.subList(middle, batch.size()), consequence, refused);
    }
  }
}
