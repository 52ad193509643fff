package dev.ssot.engine.metrics;

import dev.ssot.engine.bridge.ClassBytes;
import dev.ssot.engine.metrics.bridge.ApplicationRegistry;
import dev.ssot.engine.metrics.bridge.RegistryListener;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

/**
 * The application's registries that were noticed. It is told on the application's threads, inside a
 * constructor, so it takes no lock and only remembers the registry.
 */
public final class ApplicationRegistries implements RegistryListener, Consumer<Object> {
  /** The number of registries that are kept, as tests of applications create thousands. */
  private static final int BOUND = 1_000;

  private final ClassBytes bytes;
  private final Queue<ApplicationRegistry> registries = new ConcurrentLinkedQueue<>();

  /** Knows of none yet. */
  public ApplicationRegistries(ClassBytes bytes) {
    this.bytes = bytes;
  }

  /** Notes a registry, perhaps while its constructor runs. May be called on any thread. */
  @Override
  public void accept(Object registry) {
    noticed(registry);
  }

  @Override
  public void noticed(Object registry) {
    for (ApplicationRegistry each : registries) {
      if (each.isOf(registry)) {
        return;
      }
    }
    if (registries.size() < BOUND) {
      registries.add(new ApplicationRegistry(registry));
    }
  }

  boolean isEmpty() {
    return registries.isEmpty();
  }

  /** Removes the agent's meters; returns the number of registries that did not let it. */
  int unbind() {
    int refused = 0;
    for (ApplicationRegistry each : registries) {
      refused += each.unbind(bytes) ? 0 : 1;
    }
    registries.clear();
    return refused;
  }

  /** Brings each registry up to date. Waits for what listens to them. */
  void bind(MeterReading reading, long now) {
    // One that was given up stays in the list, as it would be noticed again otherwise.
    registries.removeIf(ApplicationRegistry::isGone);
    for (ApplicationRegistry each : registries) {
      if (each.isOpen(bytes, this)) {
        bind(each, reading.changesFrom(each.bound(), now));
      }
    }
  }

  private void bind(ApplicationRegistry registry, List<SeriesChange> fresh) {
    List<Object[]> rows = new ArrayList<>();
    for (SeriesChange each : fresh) {
      rows.add(each.row());
    }
    if (!rows.isEmpty()) {
      registry.bind(bytes, rows);
    }
  }
}
