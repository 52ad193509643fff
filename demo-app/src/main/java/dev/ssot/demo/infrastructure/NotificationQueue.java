package dev.ssot.demo.infrastructure;

import dev.ssot.demo.chat.BackgroundTask;
import dev.ssot.demo.chat.ChatMessage;
import dev.ssot.demo.chat.MessageAgent;
import dev.ssot.demo.redis.RedisManager;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Whoever is mentioned with {@code @name} gets a notification; the queue is worked off behind. */
@Component
final class NotificationQueue implements MessageAgent, BackgroundTask {
  private static final String QUEUE = "chat:notifications";
  private static final Pattern MENTION = Pattern.compile("@(\\w+)");

  private final RedisManager redis;
  private final Counter delivered;

  NotificationQueue(MeterRegistry meters) {
    Supplier<RedisManager> connection = RedisManager::new;
    redis = connection.get();
    delivered = meters.counter("chat.notifications");
  }

  @Override
  public Optional<String> onMessage(ChatMessage message) {
    Matcher mentions = MENTION.matcher(message.text());
    while (mentions.find()) {
      redis.commands().rpush(QUEUE, mentions.group(1));
    }
    return Optional.empty();
  }

  @Override
  public void round() {
    for (String user = next(); user != null; user = next()) {
      redis.commands().hincrBy("chat:notified", user, 1);
      delivered.increment();
    }
  }

  private String next() {
    return redis.commands().lpop(QUEUE);
  }
}
