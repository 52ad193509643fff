package dev.ssot.startup;

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

  @Before("call(dev.ssot.startup.RedisManager.new(..))")
  public void called(JoinPoint.StaticPart thisJoinPointStaticPart) {
    CALLS.computeIfAbsent(thisJoinPointStaticPart, CallAspect::firstCall).increment();
  }

  /** The measurement holds it against the aspect when this is not on stdout. */
  private static LongAdder firstCall(JoinPoint.StaticPart site) {
    System.out.println("seen by AspectJ: " + site);
    return new LongAdder();
  }
}
