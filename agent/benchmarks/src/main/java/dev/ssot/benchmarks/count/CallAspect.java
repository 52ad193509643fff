package dev.ssot.benchmarks.count;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.LongAdder;
import org.aspectj.lang.JoinPoint;
import org.aspectj.lang.annotation.Aspect;
import org.aspectj.lang.annotation.Before;

/** What one would write to count constructions by call site with AspectJ. */
@Aspect
public class CallAspect {
  private static final ConcurrentMap<JoinPoint.StaticPart, LongAdder> CALLS =
      new ConcurrentHashMap<>();

  @Before("call(dev.ssot.benchmarks.Target.new(..))")
  public void called(JoinPoint.StaticPart thisJoinPointStaticPart) {
    LongAdder calls = CALLS.get(thisJoinPointStaticPart);
    if (calls == null) {
      calls = CALLS.computeIfAbsent(thisJoinPointStaticPart, first -> new LongAdder());
    }
    calls.increment();
  }

  static long calls() {
    return CALLS.values().stream().mapToLong(LongAdder::sum).sum();
  }
}
