package dev.ssot.demo.execution;

import dev.ssot.demo.chat.ChatMessage;
import dev.ssot.demo.chat.MessageAgent;
import dev.ssot.demo.redis.RedisManager;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** {@code /todo TEXT} and {@code /done}: a first-in, first-out list of work for each room. */
@Component
final class WorkflowExecutionEngine implements MessageAgent {
  private final RedisManager redis;

  WorkflowExecutionEngine() {
    Supplier<RedisManager> connection = () -> new RedisManager();
    redis = connection.get();
  }

  @Override
  public Optional<String> onMessage(ChatMessage message) {
    String key = "chat:todo:" + message.room();
    String text = message.argumentOf("/todo");
    if (text != null) {
      return Optional.of(redis.commands().rpush(key, text) + " to do");
    }
    if (message.argumentOf("/done") != null) {
      return Optional.ofNullable(redis.commands().lpop(key)).map(done -> "done: " + done);
    }
    return Optional.empty();
  }
}
