package dev.ssot.benchmarks.count;

import dev.ssot.benchmarks.Shared;
import org.aspectj.lang.ProceedingJoinPoint;
import org.aspectj.lang.annotation.Around;
import org.aspectj.lang.annotation.Aspect;

/** What one would write to redirect with AspectJ, without a count. */
@Aspect
public class AroundAspect {
  @Around("call(dev.ssot.benchmarks.Shared.new(..)) && !within(dev.ssot.benchmarks.Shared)")
  public Object redirect(ProceedingJoinPoint construction) {
    return Shared.getInstance();
  }
}
