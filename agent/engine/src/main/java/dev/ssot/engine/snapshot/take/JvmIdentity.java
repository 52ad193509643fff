package dev.ssot.engine.snapshot.take;

import dev.ssot.bootstrap.options.FileName;
import java.time.Instant;

/** Process id and start, without JMX: {@code ProcessHandle} from 9 on, {@code /proc} on 8. */
final class JvmIdentity {
  /** -1 if the platform does not tell. */
  final long pid;

  final Instant started;

  /**
   * Asks the JVM.
   *
   * @param unknown the start where the JVM does not tell it, as on 8
   */
  JvmIdentity(Instant unknown) {
    Instant started = unknown;
    try {
      Class<?> type = Class.forName("java.lang.ProcessHandle");
      Object self = type.getMethod("current").invoke(null);
      started = startOf(type.getMethod("info").invoke(self), started);
    } catch (ReflectiveOperationException java8) {
      // it does not tell
    }
    this.pid = FileName.pid();
    this.started = started;
  }

  private static Instant startOf(Object info, Instant unknown) throws ReflectiveOperationException {
    Object start =
        Class.forName("java.lang.ProcessHandle$Info").getMethod("startInstant").invoke(info);
    return ((java.util.Optional<?>) start).map(Instant.class::cast).orElse(unknown);
  }
}
