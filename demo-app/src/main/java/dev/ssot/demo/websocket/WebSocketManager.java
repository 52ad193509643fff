package dev.ssot.demo.websocket;

import dev.ssot.demo.chat.ChatMessage;
import dev.ssot.demo.chat.ChatSession;
import dev.ssot.demo.chat.SessionStep;
import dev.ssot.demo.redis.RedisManager;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Knows the open sessions and brings every message to those in its room. */
@Component
@Lazy
@Order(6)
final class WebSocketManager implements SessionStep, AutoCloseable {
  private static final String SESSIONS = "chat:sessions";

  private final RedisManager redis;
  private final JsonMapper json;
  private final Map<String, ChatSession> sessions = new ConcurrentHashMap<>();

  WebSocketManager(JsonMapper json) {
    this.json = json;
    this.redis = new RedisManager();
  }

  @Override
  public void opened(ChatSession session) {
    redis.commands().hset(SESSIONS, session.id(), session.user());
    sessions.put(session.id(), session);
  }

  @Override
  public void said(ChatMessage message) {
    String frame = json.writeValueAsString(message);
    sessions.values().stream()
        .filter(session -> session.room().equals(message.room()))
        .forEach(session -> session.send(frame));
  }

  @Override
  public void closed(ChatSession session) {
    sessions.remove(session.id());
    redis.commands().hdel(SESSIONS, session.id());
  }

  @Override
  public void close() {
    redis.close();
  }
}
