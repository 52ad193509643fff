package dev.ssot.demo.websocket;

import dev.ssot.demo.chat.ChatSession;
import dev.ssot.demo.chat.SessionStep;
import dev.ssot.demo.redis.RedisManager;
import java.util.function.Supplier;
import org.springframework.context.annotation.Scope;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import redis.clients.jedis.params.SetParams;

/** Makes sure, before a session relies on it, that the keys have the layout that we write. */
@Component
@Scope("prototype")
@Order(3)
final class StartupValidation implements SessionStep {
  private static final String LAYOUT = "chat:layout";
  private static final String VERSION = "1";

  private final RedisManager redis = connect(() -> new RedisManager());

  @Override
  public void opened(ChatSession session) {
    redis.commands().set(LAYOUT, VERSION, SetParams.setParams().nx());
    String found = redis.cached(LAYOUT);
    if (!VERSION.equals(found)) {
      redis.commands().hincrBy("chat:layout:mismatches", String.valueOf(found), 1);
    }
  }

  @Override
  public void close() {
    redis.close();
  }

  private static RedisManager connect(Supplier<RedisManager> connection) {
    return connection.get();
  }
}
