package dev.ssot.demo.infrastructure;

import dev.ssot.demo.chat.BackgroundTask;
import dev.ssot.demo.redis.RedisManager;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import org.springframework.stereotype.Component;

/** Measures how long Redis takes to answer, waiting for a connection included. */
@Component
final class LatencyMonitor implements BackgroundTask, AutoCloseable {
  private final RedisManager redis;
  private final Timer latency;

  LatencyMonitor(MeterRegistry meters) {
    latency = meters.timer("chat.redis.latency");
    redis = new RedisManager();
  }

  @Override
  public void round() {
    latency.record(() -> redis.commands().ping());
  }

  @Override
  public void close() {
    redis.close();
  }
}
