package dev.ssot.demo.execution;

import dev.ssot.demo.chat.ChatMessage;
import dev.ssot.demo.chat.MessageAgent;
import dev.ssot.demo.redis.RedisManager;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Keeps what the agents of a room were last asked, so that a restart can tell where they were. */
@Component
final class RunStatePersistence implements MessageAgent {
  private final RedisManager redis = new RedisManager();

  @Override
  public Optional<String> onMessage(ChatMessage message) {
    redis
        .commands()
        .hset(
            "chat:run:" + message.room(),
            Map.of("user", message.user(), "at", String.valueOf(message.at())));
    return Optional.empty();
  }
}
