package dev.ssot.demo.infrastructure;

import dev.ssot.demo.chat.ChatMessage;
import dev.ssot.demo.chat.MessageAgent;
import dev.ssot.demo.redis.RedisManager;
import java.util.Optional;
import org.springframework.stereotype.Component;
import redis.clients.jedis.params.SetParams;

/** Counts what each user says within ten seconds and asks the loud ones to slow down. */
@Component
final class RateLimitConfiguration implements MessageAgent {
  private static final String LIMIT = "chat:limit";
  private static final String DEFAULT = "500";
  private static final int SECONDS = 10;

  private final RedisManager redis;

  RateLimitConfiguration() {
    this.redis = new RedisManager();
    redis.commands().set(LIMIT, DEFAULT, SetParams.setParams().nx());
  }

  @Override
  public Optional<String> onMessage(ChatMessage message) {
    String key = "chat:rate:" + message.user();
    long said = redis.commands().incr(key);
    if (said == 1) {
      redis.commands().expire(key, SECONDS);
    }
    boolean loud = said == Long.parseLong(redis.cached(LIMIT)) + 1;
    return loud ? Optional.of(message.user() + ", please slow down") : Optional.empty();
  }
}
