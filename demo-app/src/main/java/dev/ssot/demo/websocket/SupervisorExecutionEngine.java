package dev.ssot.demo.websocket;

import dev.ssot.demo.chat.ChatMessage;
import dev.ssot.demo.chat.ChatSession;
import dev.ssot.demo.chat.MessageAgent;
import dev.ssot.demo.chat.Rooms;
import dev.ssot.demo.chat.SessionStep;
import dev.ssot.demo.redis.RedisManager;
import java.util.List;
import org.springframework.context.annotation.Scope;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Shows every message to every agent and brings their answers into the room. */
@Component
@Scope("prototype")
@Order(8)
final class SupervisorExecutionEngine implements SessionStep {
  private static final String SUPERVISED = "chat:supervised";

  private final RedisManager redis = new RedisManager();
  private final List<MessageAgent> agents;
  private final Rooms rooms;

  SupervisorExecutionEngine(List<MessageAgent> agents, Rooms rooms) {
    this.agents = agents;
    this.rooms = rooms;
  }

  @Override
  public void opened(ChatSession session) {
    redis.commands().hincrBy(SUPERVISED, session.room(), 1);
  }

  @Override
  public void said(ChatMessage message) {
    for (MessageAgent agent : agents) {
      agent
          .onMessage(message)
          .map(answer -> ChatMessage.now(message.room(), agent.signature(), answer))
          .ifPresent(rooms::tell);
    }
  }

  @Override
  public void closed(ChatSession session) {
    redis.commands().hincrBy(SUPERVISED, session.room(), -1);
  }

  @Override
  public void close() {
    redis.close();
  }
}
