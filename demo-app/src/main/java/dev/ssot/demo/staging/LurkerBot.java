package dev.ssot.demo.staging;

import dev.ssot.demo.chat.ChatMessage;
import dev.ssot.demo.chat.MessageAgent;
import dev.ssot.demo.redis.RedisManager;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Reads everything and never says a word: what it has counted shows that messages reach agents. */
@Component
final class LurkerBot implements MessageAgent {
  private static final RedisManager REDIS = new RedisManager();

  @Override
  public Optional<String> onMessage(ChatMessage message) {
    REDIS.commands().hincrBy("chat:lurked", message.room(), 1);
    return Optional.empty();
  }
}
