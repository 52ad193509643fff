package dev.ssot.demo.execution;

import dev.ssot.demo.chat.ChatMessage;
import dev.ssot.demo.chat.MessageAgent;
import dev.ssot.demo.redis.RedisManager;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.stereotype.Component;

/** {@code /roll}: a die for everybody, and the sum of what the user has rolled so far. */
@Component
final class DiceToolDispatcher implements MessageAgent {
  private static final int SIDES = 6;

  private final RedisManager redis = new RedisManager();

  @Override
  public Optional<String> onMessage(ChatMessage message) {
    if (message.argumentOf("/roll") == null) {
      return Optional.empty();
    }
    int rolled = ThreadLocalRandom.current().nextInt(SIDES) + 1;
    long sum = redis.commands().hincrBy("chat:tool:dice", message.user(), rolled);
    return Optional.of(message.user() + " rolls " + rolled + ", " + sum + " in all");
  }
}
