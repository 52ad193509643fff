package dev.ssot.demo.execution;

import dev.ssot.demo.chat.ChatMessage;
import dev.ssot.demo.chat.MessageAgent;
import dev.ssot.demo.redis.RedisManager;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Counts the commands that are given; {@code /commands} shows the counts. */
@Component
final class CommandExecutionEngine implements MessageAgent, AutoCloseable {
  private static final String USED = "chat:commands";

  private final RedisManager redis;

  CommandExecutionEngine() {
    redis = new RedisManager();
  }

  @Override
  public Optional<String> onMessage(ChatMessage message) {
    if (!message.text().startsWith("/")) {
      return Optional.empty();
    }
    String command = message.text().replaceFirst(" .*", "");
    redis.commands().hincrBy(USED, command, 1);
    return command.equals("/commands") ? Optional.of(counts().toString()) : Optional.empty();
  }

  @Override
  public void close() {
    redis.close();
  }

  private Map<String, String> counts() {
    return new TreeMap<>(redis.commands().hgetAll(USED));
  }
}
