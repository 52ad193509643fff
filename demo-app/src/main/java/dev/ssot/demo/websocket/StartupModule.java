package dev.ssot.demo.websocket;

import dev.ssot.demo.chat.ChatSession;
import dev.ssot.demo.chat.SessionStep;
import dev.ssot.demo.redis.RedisManager;
import java.lang.management.ManagementFactory;
import org.springframework.context.annotation.Scope;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Writes down which process serves the sessions and since when. */
@Component
@Scope("prototype")
@Order(4)
final class StartupModule implements SessionStep {
  private static final String PROCESSES = "chat:processes";

  private final RedisManager redis;
  private final String process = String.valueOf(ProcessHandle.current().pid());

  StartupModule() {
    this.redis = new RedisManager();
  }

  @Override
  public void opened(ChatSession session) {
    long since = ManagementFactory.getRuntimeMXBean().getStartTime();
    redis.commands().hset(PROCESSES, process, String.valueOf(since));
  }

  @Override
  public void close() {
    redis.close();
  }
}
