package dev.ssot.demo.execution;

import dev.ssot.demo.chat.ChatMessage;
import dev.ssot.demo.chat.MessageAgent;
import dev.ssot.demo.redis.RedisManager;
import java.util.Optional;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** {@code /tools} says which tools there are; the list is in Redis, for all processes the same. */
@Component
final class ToolDispatcher implements MessageAgent {
  private static final String TOOLS = "chat:tools";

  private final RedisManager redis;

  ToolDispatcher() {
    redis = new RedisManager();
    redis.commands().sadd(TOOLS, "/roll", "/search", "/time", "/vote");
  }

  @Override
  public Optional<String> onMessage(ChatMessage message) {
    return Optional.ofNullable(message.argumentOf("/tools"))
        .map(argument -> String.join(" ", new TreeSet<>(redis.commands().smembers(TOOLS))));
  }
}
