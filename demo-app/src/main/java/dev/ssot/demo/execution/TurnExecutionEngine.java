package dev.ssot.demo.execution;

import dev.ssot.demo.chat.ChatMessage;
import dev.ssot.demo.chat.MessageAgent;
import dev.ssot.demo.redis.RedisManager;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Counts the turns of a conversation and, asked with {@code /turn}, says whose it is. */
@Component
final class TurnExecutionEngine implements MessageAgent {
  private final RedisManager redis = new RedisManager();

  @Override
  public Optional<String> onMessage(ChatMessage message) {
    String last = "chat:turn:user:" + message.room();
    String previous = redis.commands().setGet(last, message.user());
    long turn = message.user().equals(previous) ? turns(message, 0) : turns(message, 1);
    return Optional.ofNullable(message.argumentOf("/turn"))
        .map(argument -> "turn " + turn + " is with " + message.user());
  }

  /** The same user twice in a row is still the same turn. */
  private long turns(ChatMessage message, long more) {
    return redis.commands().incrBy("chat:turn:" + message.room(), more);
  }
}
