package dev.ssot.demo.staging;

import dev.ssot.demo.chat.ChatMessage;
import dev.ssot.demo.chat.MessageAgent;
import dev.ssot.demo.redis.RedisManager;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.stereotype.Component;

/** {@code /quiz} asks for a product of two numbers; whoever answers first has a point more. */
@Component
final class QuizBot implements MessageAgent {
  private static final String OPEN = "chat:quiz:";

  private final RedisManager redis;

  QuizBot() {
    this.redis = new RedisManager();
  }

  @Override
  public Optional<String> onMessage(ChatMessage message) {
    if (message.argumentOf("/quiz") != null) {
      int left = ThreadLocalRandom.current().nextInt(2, 10);
      int right = ThreadLocalRandom.current().nextInt(2, 10);
      redis.commands().set(OPEN + message.room(), String.valueOf(left * right));
      return Optional.of(left + " times " + right + "?");
    }
    return message.text().equals(redis.commands().get(OPEN + message.room()))
        ? Optional.of(point(message))
        : Optional.empty();
  }

  private String point(ChatMessage message) {
    redis.commands().del(OPEN + message.room());
    double points = redis.commands().zincrby("chat:quiz", 1, message.user());
    return "%s is right: %.0f in all".formatted(message.user(), points);
  }
}
