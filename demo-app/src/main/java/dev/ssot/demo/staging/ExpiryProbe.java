package dev.ssot.demo.staging;

import dev.ssot.demo.chat.BackgroundTask;
import dev.ssot.demo.redis.RedisManager;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;
import redis.clients.jedis.params.SetParams;

/** Tokens must expire: counts the rounds in which a short-lived key outlived its time. */
@Component
final class ExpiryProbe implements BackgroundTask {
  private static final String KEY = "chat:probe:expiry";
  private static final long MILLIS = 100;

  private final RedisManager redis = new RedisManager();
  private final Counter overdue;

  ExpiryProbe(MeterRegistry meters) {
    overdue = meters.counter("chat.probe.overdue");
  }

  /** The key of the last round, a second ago, has to be gone. */
  @Override
  public void round() {
    if (redis.commands().exists(KEY)) {
      overdue.increment();
    }
    redis.commands().set(KEY, "here", SetParams.setParams().px(MILLIS));
  }
}
