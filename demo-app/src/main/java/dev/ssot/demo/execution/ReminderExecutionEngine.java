package dev.ssot.demo.execution;

import dev.ssot.demo.chat.ChatMessage;
import dev.ssot.demo.chat.MessageAgent;
import dev.ssot.demo.redis.RedisManager;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import redis.clients.jedis.params.ZRangeParams;

/** {@code /remind TEXT}: repeats the text at the first message that comes a minute later. */
@Component
final class ReminderExecutionEngine implements MessageAgent {
  private static final long LATER = Duration.ofMinutes(1).toMillis();

  private final RedisManager redis;

  ReminderExecutionEngine() {
    this.redis = new RedisManager();
  }

  @Override
  public Optional<String> onMessage(ChatMessage message) {
    String key = "chat:reminders:" + message.room();
    String text = message.argumentOf("/remind");
    if (text != null) {
      redis.commands().zadd(key, (double) message.at() + LATER, text);
      return Optional.of("noted");
    }
    ZRangeParams past = ZRangeParams.zrangeByScoreParams(0, (double) message.at()).limit(0, 1);
    List<String> due = redis.commands().zrange(key, past);
    due.forEach(reminder -> redis.commands().zrem(key, reminder));
    return due.stream().findFirst().map(reminder -> "reminder: " + reminder);
  }
}
