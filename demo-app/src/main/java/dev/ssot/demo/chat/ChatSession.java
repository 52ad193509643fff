package dev.ssot.demo.chat;

import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.MultiValueMap;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.SessionLimitExceededException;
import org.springframework.web.util.UriComponentsBuilder;

/** One open WebSocket, with who it is and where: {@code /chat?room=lobby&user=ann}. */
public record ChatSession(String id, String room, String user, WebSocketSession socket) {
  private static final Logger log = LoggerFactory.getLogger(ChatSession.class);

  /** Reads room and user from the address that the socket was opened with. */
  public static ChatSession of(WebSocketSession socket) {
    MultiValueMap<String, String> query =
        UriComponentsBuilder.fromUri(socket.getUri()).build().getQueryParams();
    return new ChatSession(
        socket.getId(),
        or(query.getFirst("room"), "lobby"),
        or(query.getFirst("user"), "guest"),
        socket);
  }

  /** Sends one frame. A listener who is just leaving is no reason to fail the one who speaks. */
  public void send(String json) {
    try {
      socket.sendMessage(new TextMessage(json));
    } catch (IOException | IllegalStateException | SessionLimitExceededException e) {
      log.debug("{} is gone: {}", id, e.getMessage());
    }
  }

  private static String or(String value, String otherwise) {
    return value == null || value.isBlank() ? otherwise : value;
  }
}
