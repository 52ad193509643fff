package dev.ssot.demo.execution;

import dev.ssot.demo.chat.ChatMessage;
import dev.ssot.demo.chat.MessageAgent;
import dev.ssot.demo.redis.RedisManager;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** {@code /vote CHOICE}: one vote for each user, the last one counts. */
@Component
final class VoteToolDispatcher implements MessageAgent {
  private final RedisManager redis;

  VoteToolDispatcher() {
    this.redis = new RedisManager();
  }

  @Override
  public Optional<String> onMessage(ChatMessage message) {
    return Optional.ofNullable(message.argumentOf("/vote"))
        .map(choice -> tally("chat:votes:" + message.room(), message.user(), choice).toString());
  }

  private Map<String, Long> tally(String key, String user, String choice) {
    redis.commands().hset(key, user, choice);
    return redis.commands().hvals(key).stream()
        .collect(Collectors.groupingBy(vote -> vote, TreeMap::new, Collectors.counting()));
  }
}
