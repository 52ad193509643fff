package dev.ssot.demo.staging;

import static java.util.Locale.ROOT;

import dev.ssot.demo.chat.ChatMessage;
import dev.ssot.demo.chat.MessageAgent;
import dev.ssot.demo.redis.RedisManager;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Greets back, each user once. */
@Component
final class GreeterBot implements MessageAgent {
  private final RedisManager redis;

  GreeterBot() {
    redis = new RedisManager();
  }

  @Override
  public Optional<String> onMessage(ChatMessage message) {
    boolean greets = message.text().toLowerCase(ROOT).startsWith("hello");
    return greets && redis.commands().sadd("chat:greeted", message.user()) == 1
        ? Optional.of("Hello " + message.user() + "!")
        : Optional.empty();
  }
}
