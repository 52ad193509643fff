package dev.ssot.demo.story;

import dev.ssot.demo.load.LoadClient;
import dev.ssot.demo.load.LoadPlan;
import dev.ssot.demo.load.LoadReport;
import java.io.Closeable;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/** One JVM of the story while it serves: users come, and what they get is measured. */
final class Performance implements Closeable {
  private static final int PATIENCE_SECONDS = 30;

  private final Stage stage;
  private final LoadPlan load;
  private final Service service;
  private final ServicePage page;
  private final ServiceJvm jvm;

  /** Waits until the service, which was just started on the stage, can be used. */
  Performance(Stage stage, LoadPlan load, Service service) {
    this.stage = stage;
    this.load = load;
    this.service = service;
    page = service.page();
    jvm = ServiceJvm.connect(service.pid());
  }

  /** Lets the users of the plan come once. */
  Figures play(Act act) {
    PoolWait before = PoolWait.upToNow(page);
    AtomicReference<Look> full = new AtomicReference<>();
    AtomicReference<Double> wait = new AtomicReference<>();
    LoadReport report =
        new LoadClient(load.at(page.chatUrl()))
            .run(
                () -> {
                  wait.set(PoolWait.upToNow(page).meanSince(before));
                  full.set(Look.at(jvm, page));
                });
    awaitNobody();
    return Figures.of(act, service.pid(), report, full.get(), Look.at(jvm, page), wait.get());
  }

  /**
   * A user who has left may still be on the service's mind; after a while it is measured anyway.
   */
  private void awaitNobody() {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (System.nanoTime() < deadline
        && !Objects.equals(
            page.metric("chat_sessions_left_total"), page.metric("chat_sessions_opened_total"))) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
    }
  }

  long pid() {
    return service.pid();
  }

  /** Switches the mode of everything while the service runs. */
  void switchTo(String mode) {
    jvm.switchTo(mode);
  }

  @Override
  public void close() {
    jvm.close();
    stage.stop();
  }
}
