package dev.ssot.demo.chat;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Who is in which room. */
@Component
public final class Rooms {
  private final Map<String, ChatSession> sessions = new ConcurrentHashMap<>();
  private final JsonMapper json;

  Rooms(JsonMapper json) {
    this.json = json;
  }

  /** From now on the session hears what is said in its room. */
  public void enter(ChatSession session) {
    sessions.put(session.id(), session);
  }

  /** Brings a message to everybody in its room, the one who speaks included. */
  public void tell(ChatMessage message) {
    String frame = json.writeValueAsString(message);
    sessions.values().stream()
        .filter(session -> session.room().equals(message.room()))
        .forEach(session -> session.send(frame));
  }

  /** The session hears no more. */
  public void leave(ChatSession session) {
    sessions.remove(session.id());
  }
}
