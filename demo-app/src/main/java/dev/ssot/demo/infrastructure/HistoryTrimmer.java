package dev.ssot.demo.infrastructure;

import dev.ssot.demo.chat.BackgroundTask;
import dev.ssot.demo.redis.RedisManager;
import org.springframework.stereotype.Component;

/** Keeps the history of every room short. */
@Component
final class HistoryTrimmer implements BackgroundTask {
  private static final int KEPT = 200;

  private final FeatureFlags flags;
  private final RedisManager redis;

  HistoryTrimmer(FeatureFlags flags) {
    this.flags = flags;
    this.redis = new RedisManager();
  }

  @Override
  public void round() {
    if (flags.isOn("trim-history")) {
      for (String room : redis.commands().smembers("chat:rooms")) {
        redis.commands().ltrim("chat:history:" + room, 0, KEPT - 1);
      }
    }
  }
}
