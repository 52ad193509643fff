package dev.ssot.benchmarks.count;

import dev.ssot.benchmarks.Shared;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.LongAdder;
import org.aspectj.lang.JoinPoint;
import org.aspectj.lang.ProceedingJoinPoint;
import org.aspectj.lang.annotation.Around;
import org.aspectj.lang.annotation.Aspect;

/** What one would write to redirect with AspectJ and to know how often, by call site. */
@Aspect
public class CountedAroundAspect {
  private static final ConcurrentMap<JoinPoint.StaticPart, LongAdder> REDIRECTS =
      new ConcurrentHashMap<>();

  @Around("call(dev.ssot.benchmarks.Shared.new(..)) && !within(dev.ssot.benchmarks.Shared)")
  public Object redirect(
      ProceedingJoinPoint construction, JoinPoint.StaticPart thisJoinPointStaticPart) {
    LongAdder redirects = REDIRECTS.get(thisJoinPointStaticPart);
    if (redirects == null) {
      redirects = REDIRECTS.computeIfAbsent(thisJoinPointStaticPart, first -> new LongAdder());
    }
    redirects.increment();
    return Shared.getInstance();
  }

  static long redirects() {
    return REDIRECTS.values().stream().mapToLong(LongAdder::sum).sum();
  }
}
