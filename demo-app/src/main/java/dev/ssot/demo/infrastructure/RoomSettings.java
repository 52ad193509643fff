package dev.ssot.demo.infrastructure;

import dev.ssot.demo.chat.ChatMessage;
import dev.ssot.demo.chat.MessageAgent;
import dev.ssot.demo.redis.RedisManager;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** {@code /topic}: tells the topic of the room, or gives it a new one. */
@Component
final class RoomSettings implements MessageAgent {
  private final RedisManager redis;

  RoomSettings() {
    redis = new RedisManager();
  }

  @Override
  public Optional<String> onMessage(ChatMessage message) {
    String topic = message.argumentOf("/topic");
    if (topic == null) {
      return Optional.empty();
    }
    String key = "chat:topic:" + message.room();
    if (topic.isEmpty()) {
      return Optional.of("topic: " + redis.cached(key));
    }
    redis.commands().set(key, topic);
    return Optional.of("new topic: " + topic);
  }
}
