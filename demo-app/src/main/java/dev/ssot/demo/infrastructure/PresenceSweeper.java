package dev.ssot.demo.infrastructure;

import dev.ssot.demo.chat.BackgroundTask;
import dev.ssot.demo.redis.RedisManager;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Forgets the users that were not seen for an hour. */
@Component
final class PresenceSweeper implements BackgroundTask {
  private static final long STALE = Duration.ofHours(1).toMillis();

  private final RedisManager redis;

  PresenceSweeper() {
    redis = new RedisManager();
  }

  @Override
  public void round() {
    redis
        .commands()
        .zremrangeByScore("chat:presence", 0, (double) System.currentTimeMillis() - STALE);
  }
}
