package dev.ssot.demo.websocket;

import dev.ssot.demo.chat.ChatSession;
import dev.ssot.demo.chat.MessageAgent;
import dev.ssot.demo.chat.SessionStep;
import dev.ssot.demo.redis.RedisManager;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.context.annotation.Scope;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Tells each room which agents listen there. */
@Component
@Scope("prototype")
@Order(5)
final class AgentRegistry implements SessionStep {
  private final RedisManager redis;
  private final String[] names;

  AgentRegistry(List<MessageAgent> agents) {
    Supplier<RedisManager> connection = RedisManager::new;
    redis = connection.get();
    names = agents.stream().map(MessageAgent::signature).toArray(String[]::new);
  }

  @Override
  public void opened(ChatSession session) {
    redis.commands().sadd("chat:agents:" + session.room(), names);
  }

  @Override
  public void close() {
    redis.close();
  }
}
