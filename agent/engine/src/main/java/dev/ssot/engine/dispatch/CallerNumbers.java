package dev.ssot.engine.dispatch;

import java.util.concurrent.atomic.AtomicLong;

/** Numbers the classes that call, to tell those of the same name in several loaders apart. */
final class CallerNumbers extends ClassValue<Long> {
  private final AtomicLong last = new AtomicLong();

  @Override
  protected Long computeValue(Class<?> caller) {
    return last.incrementAndGet();
  }
}
