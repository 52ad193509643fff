package dev.ssot.demo.staging;

import dev.ssot.demo.chat.ChatMessage;
import dev.ssot.demo.redis.RedisManager;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** A first message in the lobby, so that no tester looks at an empty page. */
@Component
final class MessageFixture {
  private static final String LOBBY = "chat:history:lobby";

  private final RedisManager redis = new RedisManager();

  MessageFixture(JsonMapper json) {
    ChatMessage welcome = ChatMessage.now("lobby", "staging", "Welcome to the lobby.");
    if (redis.commands().llen(LOBBY) == 0) {
      redis.commands().lpush(LOBBY, json.writeValueAsString(welcome));
    }
  }
}
