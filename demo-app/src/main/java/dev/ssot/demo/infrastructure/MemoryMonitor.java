package dev.ssot.demo.infrastructure;

import dev.ssot.demo.chat.BackgroundTask;
import dev.ssot.demo.redis.RedisManager;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;

/** The memory that the Redis server uses, as a metric of the service. */
@Component
final class MemoryMonitor implements BackgroundTask {
  private final RedisManager redis;
  private final AtomicLong used;

  MemoryMonitor(MeterRegistry meters) {
    used = meters.gauge("chat.redis.memory.bytes", new AtomicLong());
    redis = new RedisManager();
  }

  @Override
  public void round() {
    used.set(ServerInfo.of(redis, "memory").number("used_memory"));
  }
}
