package dev.ssot.demo.infrastructure;

import dev.ssot.demo.chat.ChatMessage;
import dev.ssot.demo.chat.MessageAgent;
import dev.ssot.demo.redis.RedisManager;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import redis.clients.jedis.params.XAddParams;

/** Who wrote where, without what: a stream that keeps roughly its last thousand entries. */
@Component
final class AuditTrail implements MessageAgent, AutoCloseable {
  private static final int KEPT = 1000;

  private final RedisManager redis;

  AuditTrail() {
    redis = new RedisManager();
  }

  @Override
  public Optional<String> onMessage(ChatMessage message) {
    Map<String, String> entry = Map.of("room", message.room(), "user", message.user());
    XAddParams bounded = XAddParams.xAddParams().maxLen(KEPT).approximateTrimming();
    redis.commands().xadd("chat:audit", bounded, entry);
    return Optional.empty();
  }

  @Override
  public void close() {
    redis.close();
  }
}
