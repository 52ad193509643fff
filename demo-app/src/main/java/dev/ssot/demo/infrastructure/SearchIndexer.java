package dev.ssot.demo.infrastructure;

import static java.util.Locale.ROOT;

import dev.ssot.demo.chat.ChatMessage;
import dev.ssot.demo.chat.MessageAgent;
import dev.ssot.demo.redis.RedisManager;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Counts in how many messages of a room each word occurs; commands are not indexed. */
@Component
final class SearchIndexer implements MessageAgent {
  private static final int SHORTEST = 3;

  private final RedisManager redis = Connections.next();

  @Override
  public Optional<String> onMessage(ChatMessage message) {
    if (!message.text().startsWith("/")) {
      Arrays.stream(message.text().toLowerCase(ROOT).split("\\W+", -1))
          .filter(word -> word.length() >= SHORTEST)
          .distinct()
          .forEach(word -> redis.commands().zincrby("chat:words:" + message.room(), 1, word));
    }
    return Optional.empty();
  }

  private interface Connections {
    static RedisManager next() {
      return new RedisManager();
    }
  }
}
