package dev.ssot.demo.chat;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.stereotype.Component;

/** How the last sessions went, for the metrics and the health of the service. */
@Component
final class SessionFigures {
  private static final Logger log = LoggerFactory.getLogger(SessionFigures.class);

  private final Counter opened;
  private final Counter failed;
  private final Counter left;
  private final Timer messages;
  private volatile String lastFailure;

  SessionFigures(MeterRegistry meters) {
    opened = meters.counter("chat.sessions.opened");
    failed = meters.counter("chat.sessions.failed");
    left = meters.counter("chat.sessions.left");
    messages = meters.timer("chat.messages");
  }

  /** Runs the set-up of one session and remembers how it ended. */
  <T> T settingUp(Supplier<T> setUp) {
    try {
      T made = setUp.get();
      opened.increment();
      lastFailure = null;
      return made;
    } catch (RuntimeException e) {
      failed.increment();
      lastFailure = NestedExceptionUtils.getMostSpecificCause(e).getMessage();
      log.warn("a session could not be set up: {}", lastFailure);
      throw e;
    }
  }

  /** A session that was set up has ended, and has given back what was made for it. */
  void left() {
    left.increment();
  }

  /** Times the handling of one message. */
  void message(Runnable handling) {
    messages.record(handling);
  }

  /** Why the last session could not be set up; null when it could, or none has come yet. */
  String lastFailure() {
    return lastFailure;
  }
}
