package dev.ssot.demo.websocket;

import dev.ssot.demo.chat.ChatSession;
import dev.ssot.demo.chat.SessionStep;
import dev.ssot.demo.redis.RedisManager;
import org.springframework.context.annotation.Scope;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Routes a session to its room, which comes into being with its first visitor. */
@Component
@Scope("prototype")
@Order(1)
final class WebSocketRoute implements SessionStep {
  private static final String ROOMS = "chat:rooms";
  private static final String ROUTED = "chat:routed";

  private final RedisManager redis = new RedisManager();

  @Override
  public void opened(ChatSession session) {
    redis.commands().sadd(ROOMS, session.room());
    redis.commands().hincrBy(ROUTED, session.room(), 1);
  }

  @Override
  public void close() {
    redis.close();
  }
}
