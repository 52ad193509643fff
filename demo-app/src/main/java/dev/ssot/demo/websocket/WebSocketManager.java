package dev.ssot.demo.websocket;

import dev.ssot.demo.chat.ChatMessage;
import dev.ssot.demo.chat.ChatSession;
import dev.ssot.demo.chat.Rooms;
import dev.ssot.demo.chat.SessionStep;
import dev.ssot.demo.redis.RedisManager;
import org.springframework.context.annotation.Scope;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Brings the session into its room, and what it says to everybody there. */
@Component
@Scope("prototype")
@Order(6)
final class WebSocketManager implements SessionStep {
  private static final String SESSIONS = "chat:sessions";

  private final RedisManager redis;
  private final Rooms rooms;

  WebSocketManager(Rooms rooms) {
    this.rooms = rooms;
    this.redis = new RedisManager();
  }

  @Override
  public void opened(ChatSession session) {
    redis.commands().hset(SESSIONS, session.id(), session.user());
    rooms.enter(session);
  }

  @Override
  public void said(ChatMessage message) {
    rooms.tell(message);
  }

  @Override
  public void closed(ChatSession session) {
    rooms.leave(session);
    redis.commands().hdel(SESSIONS, session.id());
  }

  @Override
  public void close() {
    redis.close();
  }
}
