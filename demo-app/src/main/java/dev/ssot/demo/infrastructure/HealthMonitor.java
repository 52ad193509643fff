package dev.ssot.demo.infrastructure;

import dev.ssot.demo.chat.BackgroundTask;
import dev.ssot.demo.redis.RedisManager;
import org.springframework.stereotype.Component;
import redis.clients.jedis.params.SetParams;

/** The heartbeat of this process; it runs out by itself when the process stops writing it. */
@Component
final class HealthMonitor implements BackgroundTask {
  private static final int SECONDS = 10;

  private final RedisManager redis = new RedisManager();
  private final String key = "chat:heartbeat:" + ProcessHandle.current().pid();

  @Override
  public void round() {
    String now = String.valueOf(System.currentTimeMillis());
    redis.commands().set(key, now, SetParams.setParams().ex(SECONDS));
  }
}
