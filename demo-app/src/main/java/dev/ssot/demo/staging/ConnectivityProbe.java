package dev.ssot.demo.staging;

import dev.ssot.demo.chat.BackgroundTask;
import dev.ssot.demo.redis.RedisManager;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Asks Redis for a sign of life and counts the signs. */
@Component
final class ConnectivityProbe implements BackgroundTask {
  private final RedisManager redis;
  private final Counter pongs;

  ConnectivityProbe(MeterRegistry meters) {
    Supplier<RedisManager> connection =
        () -> {
          return new RedisManager();
        };
    redis = connection.get();
    pongs = meters.counter("chat.probe.pongs");
  }

  @Override
  public void round() {
    if ("PONG".equals(redis.commands().ping())) {
      pongs.increment();
    }
  }
}
