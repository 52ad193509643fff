package dev.ssot.demo.staging;

import dev.ssot.demo.chat.ChatMessage;
import dev.ssot.demo.chat.MessageAgent;
import dev.ssot.demo.redis.RedisManager;
import java.util.Optional;
import org.springframework.stereotype.Component;
import redis.clients.jedis.params.SetParams;

/** {@code /echo TEXT} comes back by way of Redis, and so proves the whole way. */
@Component
final class EchoBot implements MessageAgent {
  private static final int SECONDS = 60;

  private final RedisManager redis = new RedisManager();

  @Override
  public Optional<String> onMessage(ChatMessage message) {
    String text = message.argumentOf("/echo");
    if (text == null) {
      return Optional.empty();
    }
    String key = "chat:echo:" + message.user();
    redis.commands().set(key, text, SetParams.setParams().ex(SECONDS));
    return Optional.ofNullable(redis.commands().get(key));
  }
}
