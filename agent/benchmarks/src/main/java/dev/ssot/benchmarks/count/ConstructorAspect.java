package dev.ssot.benchmarks.count;

import java.util.concurrent.atomic.LongAdder;
import org.aspectj.lang.annotation.AfterReturning;
import org.aspectj.lang.annotation.Aspect;

/**
 * What one would add to see the constructions without a call site: reflection, method references.
 * It tells how many, but not where.
 */
@Aspect
public class ConstructorAspect {
  private static final LongAdder COMPLETED = new LongAdder();

  @AfterReturning("execution(dev.ssot.benchmarks.Target.new(..))")
  public void completed() {
    COMPLETED.increment();
  }

  static long constructions() {
    return COMPLETED.sum();
  }
}
