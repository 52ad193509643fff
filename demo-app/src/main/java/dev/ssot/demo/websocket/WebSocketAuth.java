package dev.ssot.demo.websocket;

import dev.ssot.demo.chat.ChatSession;
import dev.ssot.demo.chat.SessionStep;
import dev.ssot.demo.redis.RedisManager;
import java.util.UUID;
import org.springframework.context.annotation.Scope;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import redis.clients.jedis.params.SetParams;

/** Gives every session a token that expires by itself when the session is forgotten. */
@Component
@Scope("prototype")
@Order(2)
final class WebSocketAuth implements SessionStep {
  private static final long TOKEN_SECONDS = 3600;

  private final RedisManager redis;

  WebSocketAuth() {
    redis = new RedisManager();
  }

  @Override
  public void opened(ChatSession session) {
    String token = UUID.randomUUID().toString();
    redis.commands().set(tokenOf(session), token, SetParams.setParams().ex(TOKEN_SECONDS));
  }

  @Override
  public void closed(ChatSession session) {
    redis.commands().del(tokenOf(session));
  }

  /** It made the connection, so it owns it: every step closes what it has made. */
  @Override
  public void close() {
    redis.close();
  }

  private static String tokenOf(ChatSession session) {
    return "chat:token:" + session.id();
  }
}
