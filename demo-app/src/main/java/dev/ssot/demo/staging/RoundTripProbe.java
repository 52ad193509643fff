package dev.ssot.demo.staging;

import dev.ssot.demo.chat.BackgroundTask;
import dev.ssot.demo.redis.RedisManager;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Writes a value, reads it back and counts what did not come back as it was. */
@Component
final class RoundTripProbe implements BackgroundTask, AutoCloseable {
  private static final String KEY = "chat:probe:roundtrip";

  private final RedisManager redis;
  private final Counter lost;

  RoundTripProbe(MeterRegistry meters) {
    redis = Stream.generate(RedisManager::new).findFirst().orElseThrow();
    lost = meters.counter("chat.probe.lost");
  }

  @Override
  public void round() {
    String written = UUID.randomUUID().toString();
    redis.commands().set(KEY, written);
    if (!written.equals(redis.commands().get(KEY))) {
      lost.increment();
    }
  }

  @Override
  public void close() {
    redis.close();
  }
}
