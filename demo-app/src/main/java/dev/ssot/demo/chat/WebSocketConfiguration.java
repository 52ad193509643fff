package dev.ssot.demo.chat;

import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.config.annotation.WebSocketHandlerRegistry;

/** Puts the chat at {@code /chat} and starts what runs by itself. */
@Configuration(proxyBeanMethods = false)
@EnableWebSocket
@EnableScheduling
class WebSocketConfiguration implements WebSocketConfigurer {
  private final ChatHandler handler;

  WebSocketConfiguration(ChatHandler handler) {
    this.handler = handler;
  }

  @Override
  public void registerWebSocketHandlers(WebSocketHandlerRegistry registry) {
    registry.addHandler(handler, "/chat");
  }
}
