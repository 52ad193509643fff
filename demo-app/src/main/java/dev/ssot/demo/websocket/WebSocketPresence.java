package dev.ssot.demo.websocket;

import dev.ssot.demo.chat.ChatMessage;
import dev.ssot.demo.chat.ChatSession;
import dev.ssot.demo.chat.SessionStep;
import dev.ssot.demo.redis.RedisManager;
import org.springframework.context.annotation.Scope;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Who was seen last, and when: users by time, so that the stale ones are easy to find. */
@Component
@Scope("prototype")
@Order(7)
final class WebSocketPresence implements SessionStep {
  private final Sightings sightings = new Sightings();

  @Override
  public void opened(ChatSession session) {
    sightings.add(session.user());
  }

  @Override
  public void said(ChatMessage message) {
    sightings.add(message.user());
  }

  @Override
  public void close() {
    sightings.redis.close();
  }

  private static final class Sightings {
    private final RedisManager redis = new RedisManager();

    void add(String user) {
      redis.commands().zadd("chat:presence", (double) System.currentTimeMillis(), user);
    }
  }
}
