package dev.ssot.demo.chat;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.util.MultiValueMap;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.util.UriComponentsBuilder;

/** One open WebSocket, with who it is and where: {@code /chat?room=lobby&user=ann}. */
public record ChatSession(String id, String room, String user, WebSocketSession socket) {

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

  /** Sends one frame; a socket that is closing is left alone. */
  public void send(String json) {
    try {
      if (socket.isOpen()) {
        socket.sendMessage(new TextMessage(json));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String or(String value, String otherwise) {
    return value == null || value.isBlank() ? otherwise : value;
  }
}
