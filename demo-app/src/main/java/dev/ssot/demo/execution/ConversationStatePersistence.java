package dev.ssot.demo.execution;

import dev.ssot.demo.chat.ChatMessage;
import dev.ssot.demo.chat.MessageAgent;
import dev.ssot.demo.redis.RedisManager;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Keeps the messages of each room, newest first; the page reads them when somebody comes in. */
@Component
final class ConversationStatePersistence implements MessageAgent, AutoCloseable {
  private final JsonMapper json;
  private final RedisManager redis;

  ConversationStatePersistence(JsonMapper json) {
    this.json = json;
    this.redis = new RedisManager();
  }

  @Override
  public Optional<String> onMessage(ChatMessage message) {
    redis.commands().lpush("chat:history:" + message.room(), json.writeValueAsString(message));
    return Optional.empty();
  }

  @Override
  public void close() {
    redis.close();
  }
}
