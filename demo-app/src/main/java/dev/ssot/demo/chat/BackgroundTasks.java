package dev.ssot.demo.chat;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Runs every background task once a second, one after the other. */
@Component
final class BackgroundTasks {
  private static final Logger log = LoggerFactory.getLogger(BackgroundTasks.class);

  private final List<BackgroundTask> tasks;
  private final Counter rounds;
  private final Counter failures;

  BackgroundTasks(List<BackgroundTask> tasks, MeterRegistry meters) {
    this.tasks = List.copyOf(tasks);
    this.rounds = meters.counter("chat.background.rounds");
    this.failures = meters.counter("chat.background.failures");
  }

  @Scheduled(fixedDelay = 1000, initialDelay = 500)
  void runAll() {
    tasks.forEach(this::run);
    rounds.increment();
  }

  private void run(BackgroundTask task) {
    try {
      task.round();
    } catch (RuntimeException e) {
      failures.increment();
      log.debug("{} failed", task.getClass().getSimpleName(), e);
    }
  }
}
