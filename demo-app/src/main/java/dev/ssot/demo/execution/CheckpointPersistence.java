package dev.ssot.demo.execution;

import dev.ssot.demo.chat.ChatMessage;
import dev.ssot.demo.chat.MessageAgent;
import dev.ssot.demo.redis.RedisManager;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Every tenth message of a room becomes a checkpoint; {@code /checkpoint} tells the last one. */
@Component
final class CheckpointPersistence implements MessageAgent {
  private static final int EVERY = 10;

  private final RedisManager redis = open();

  @Override
  public Optional<String> onMessage(ChatMessage message) {
    String key = "chat:checkpoint:" + message.room();
    long count = redis.commands().hincrBy(key, "messages", 1);
    if (count % EVERY == 0) {
      redis.commands().hset(key, "at", String.valueOf(count));
    }
    return Optional.ofNullable(message.argumentOf("/checkpoint"))
        .map(argument -> "last checkpoint: " + redis.commands().hget(key, "at"));
  }

  private static RedisManager open() {
    return new RedisManager();
  }
}
