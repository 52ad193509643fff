package dev.ssot.demo.chat;

import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The steps of a session, made when the first one needs them and then kept. */
@Component
final class SessionSteps {
  private final ObjectProvider<SessionStep> provider;
  private List<SessionStep> steps;

  SessionSteps(ObjectProvider<SessionStep> provider) {
    this.provider = provider;
  }

  /** Whoever comes first makes them, for everybody who comes at the same moment. */
  synchronized List<SessionStep> all() {
    if (steps == null) {
      steps = provider.orderedStream().toList();
    }
    return steps;
  }
}
