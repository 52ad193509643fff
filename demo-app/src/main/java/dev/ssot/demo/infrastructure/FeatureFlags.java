package dev.ssot.demo.infrastructure;

import dev.ssot.demo.chat.BackgroundTask;
import dev.ssot.demo.redis.RedisManager;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The switches of the service, as they stand in Redis; read every round, asked at no cost. */
@Component
final class FeatureFlags implements BackgroundTask {
  private static final String FLAGS = "chat:flags";

  private final RedisManager redis = new RedisManager();
  private volatile Map<String, String> flags = Map.of();

  @Override
  public void round() {
    flags = redis.commands().hgetAll(FLAGS);
  }

  /** A switch that nobody has set is on. */
  boolean isOn(String flag) {
    return !"off".equals(flags.get(flag));
  }
}
