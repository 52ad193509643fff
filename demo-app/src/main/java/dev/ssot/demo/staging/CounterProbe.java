package dev.ssot.demo.staging;

import dev.ssot.demo.chat.BackgroundTask;
import dev.ssot.demo.redis.RedisManager;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/** A counter in Redis only goes up; where it does not, somebody restored or emptied the server. */
@Component
final class CounterProbe implements BackgroundTask {
  private final RedisManager redis;
  private final Counter jumps;
  private long last;

  CounterProbe(MeterRegistry meters) {
    redis = new RedisManager();
    jumps = meters.counter("chat.probe.jumps");
  }

  @Override
  public void round() {
    long next = redis.commands().incr("chat:probe:counter");
    if (next <= last) {
      jumps.increment();
    }
    last = next;
  }
}
