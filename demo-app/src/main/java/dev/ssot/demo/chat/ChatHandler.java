package dev.ssot.demo.chat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.ConcurrentWebSocketSessionDecorator;
import org.springframework.web.socket.handler.TextWebSocketHandler;

/**
 * The end of every chat socket. It catches nothing for the client's sake: what a step throws goes
 * to the container, which closes the socket with status 1011.
 */
@Component
final class ChatHandler extends TextWebSocketHandler {
  private static final int SEND_MILLIS = 5_000;
  private static final int SEND_BYTES = 256 * 1024;

  private final SessionSteps steps;
  private final SessionFigures figures;
  private final Map<String, Visit> visits = new ConcurrentHashMap<>();

  ChatHandler(SessionSteps steps, SessionFigures figures) {
    this.steps = steps;
    this.figures = figures;
  }

  @Override
  public void afterConnectionEstablished(WebSocketSession socket) {
    ChatSession session =
        ChatSession.of(new ConcurrentWebSocketSessionDecorator(socket, SEND_MILLIS, SEND_BYTES));
    List<SessionStep> made = figures.settingUp(() -> steps.open(session));
    visits.put(session.id(), new Visit(session, made));
  }

  @Override
  protected void handleTextMessage(WebSocketSession socket, TextMessage frame) {
    Visit visit = visits.get(socket.getId());
    ChatMessage message =
        ChatMessage.now(visit.session().room(), visit.session().user(), frame.getPayload());
    figures.message(() -> visit.steps().forEach(step -> step.said(message)));
  }

  @Override
  public void afterConnectionClosed(WebSocketSession socket, CloseStatus status) {
    Visit visit = visits.remove(socket.getId());
    if (visit != null) {
      try {
        visit.end();
      } finally {
        figures.left();
      }
    }
  }

  /** A session that was set up, with the steps that were made for it. */
  private record Visit(ChatSession session, List<SessionStep> steps) {

    void end() {
      try {
        steps.forEach(step -> step.closed(session));
      } finally {
        steps.forEach(SessionStep::close);
      }
    }
  }
}
