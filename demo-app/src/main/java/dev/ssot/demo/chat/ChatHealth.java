package dev.ssot.demo.chat;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * {@code chat} of /actuator/health: DOWN from a session that could not be set up to the next that
 * could.
 */
@Component("chat")
final class ChatHealth implements HealthIndicator {
  private final SessionFigures figures;

  ChatHealth(SessionFigures figures) {
    this.figures = figures;
  }

  @Override
  public Health health() {
    String failure = figures.lastFailure();
    return failure == null
        ? Health.up().build()
        : Health.down().withDetail("lastSession", failure).build();
  }
}
