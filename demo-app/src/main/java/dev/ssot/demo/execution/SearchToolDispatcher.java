package dev.ssot.demo.execution;

import static java.util.Locale.ROOT;

import dev.ssot.demo.chat.ChatMessage;
import dev.ssot.demo.chat.MessageAgent;
import dev.ssot.demo.redis.RedisManager;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** {@code /search WORD}: how many messages of the room had the word; see SearchIndexer. */
@Component
final class SearchToolDispatcher implements MessageAgent {
  private final RedisManager redis;

  SearchToolDispatcher() {
    redis = new RedisManager();
  }

  @Override
  public Optional<String> onMessage(ChatMessage message) {
    return Optional.ofNullable(message.argumentOf("/search"))
        .map(word -> word + ": " + found(message.room(), word.toLowerCase(ROOT)) + " messages");
  }

  private long found(String room, String word) {
    Double score = redis.commands().zscore("chat:words:" + room, word);
    return score == null ? 0 : score.longValue();
  }
}
