package dev.ssot.demo.infrastructure;

import static java.time.ZoneOffset.UTC;

import dev.ssot.demo.chat.ChatMessage;
import dev.ssot.demo.chat.MessageAgent;
import dev.ssot.demo.redis.RedisManager;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Messages and different users per day; {@code /stats} tells those of today. */
@Component
final class DailyStatistics implements MessageAgent {
  private final RedisManager redis = new RedisManager();

  @Override
  public Optional<String> onMessage(ChatMessage message) {
    String day = Instant.ofEpochMilli(message.at()).atZone(UTC).toLocalDate().toString();
    long messages = redis.commands().hincrBy("chat:stats", day, 1);
    redis.commands().pfadd("chat:stats:users:" + day, message.user());
    return Optional.ofNullable(message.argumentOf("/stats"))
        .map(argument -> messages + " messages of " + users(day) + " users");
  }

  private long users(String day) {
    return redis.commands().pfcount("chat:stats:users:" + day);
  }
}
