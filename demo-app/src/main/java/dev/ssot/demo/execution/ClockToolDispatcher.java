package dev.ssot.demo.execution;

import dev.ssot.demo.chat.ChatMessage;
import dev.ssot.demo.chat.MessageAgent;
import dev.ssot.demo.redis.RedisManager;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** {@code /time}: the time of the process, and how often this room asked for it. */
@Component
final class ClockToolDispatcher implements MessageAgent {
  private final Supplier<RedisManager> connection = RedisManager::new;
  private final RedisManager redis = connection.get();

  @Override
  public Optional<String> onMessage(ChatMessage message) {
    return Optional.ofNullable(message.argumentOf("/time"))
        .map(argument -> Instant.ofEpochMilli(message.at()) + ", asked " + asked(message.room()));
  }

  private String asked(String room) {
    return redis.commands().hincrBy("chat:tool:time", room, 1) + " times";
  }
}
