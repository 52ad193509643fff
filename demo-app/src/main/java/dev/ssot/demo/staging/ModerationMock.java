package dev.ssot.demo.staging;

import static java.util.Locale.ROOT;

import dev.ssot.demo.chat.ChatMessage;
import dev.ssot.demo.chat.MessageAgent;
import dev.ssot.demo.redis.RedisManager;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Stands in for the moderation service, which staging has no contract with: a list of words. */
@Component
final class ModerationMock implements MessageAgent {
  private static final String WORDS = "chat:moderation:words";

  private final RedisManager redis;

  ModerationMock() {
    redis = new RedisManager();
    redis.commands().sadd(WORDS, "spam", "scam");
  }

  @Override
  public Optional<String> onMessage(ChatMessage message) {
    String[] words = message.text().toLowerCase(ROOT).split("\\W+", -1);
    boolean flagged = redis.commands().smismember(WORDS, words).contains(true);
    return flagged ? Optional.of("a moderator will have a look at this") : Optional.empty();
  }
}
