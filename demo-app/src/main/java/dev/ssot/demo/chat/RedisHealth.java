package dev.ssot.demo.chat;

import dev.ssot.demo.redis.RedisManager;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * {@code redis} of /actuator/health. It asks through the shared instance, as everybody should, and
 * so it is well while chat is down.
 */
@Component("redis")
final class RedisHealth implements HealthIndicator {
  private final RedisManager redis = RedisManager.getInstance();

  @Override
  public Health health() {
    return Health.up().withDetail("ping", redis.commands().ping()).build();
  }
}
