package dev.ssot.engine.transform;

import dev.ssot.bootstrap.start.Library;
import dev.ssot.engine.ledger.IdentitySet;
import dev.ssot.engine.metrics.AgentMetrics;
import dev.ssot.engine.thread.Chore;
import dev.ssot.engine.weave.RegistryWeaver;
import java.lang.instrument.Instrumentation;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

/**
 * Weaves Micrometer's {@code MeterRegistry} in each loader that loads it: when it is loaded, or, if
 * it was loaded before the engine, by retransformation on the agent's thread. Then it looks what
 * the application has in its global registry since before.
 */
public final class RegistryTransformer implements Chore {
  /** Internal name. */
  public static final String TYPE = Library.MICROMETER.className();

  private final Retransformation retransformation;
  private final GlobalRegistry global;
  private final Consumer<Object> noticed;
  private final boolean wanted;
  private final Queue<WeakReference<ClassLoader>> seen = new ConcurrentLinkedQueue<>();
  private final IdentitySet woven = new IdentitySet();

  /**
   * The loaders that were seen a tick ago; by now the class is defined and its loader's lock is
   * free.
   */
  private List<WeakReference<ClassLoader>> due = new ArrayList<>();

  /**
   * @param noticed gets registries that were made before
   * @param wanted whether anybody wants to hear of registries; otherwise nothing is woven
   */
  public RegistryTransformer(
      Instrumentation instrumentation,
      Retransformation retransformation,
      Consumer<Object> noticed,
      boolean wanted) {
    this.retransformation = retransformation;
    this.global = new GlobalRegistry(instrumentation);
    this.noticed = noticed;
    this.wanted = wanted;
  }

  /** Notes that the loader loads the class, or has loaded it. */
  public void seen(ClassLoader loader) {
    if (wanted) {
      seen.add(new WeakReference<>(loader));
    }
  }

  /** Weaves the class file; null leaves it as it is. */
  public byte[] weave(ClassLoader loader, byte[] classFile) {
    if (!wanted) {
      return null;
    }
    woven.add(loader);
    return RegistryWeaver.weave(classFile);
  }

  @Override
  public void perform(long now) {
    List<WeakReference<ClassLoader>> ready = due;
    due = new ArrayList<>();
    for (WeakReference<ClassLoader> each = seen.poll(); each != null; each = seen.poll()) {
      due.add(each);
    }
    for (WeakReference<ClassLoader> each : ready) {
      ClassLoader loader = each.get();
      if (loader != null && !woven.contains(loader)) {
        retransform(loader);
      }
    }
  }

  private void retransform(ClassLoader loader) {
    try {
      // The JVM itself finds a class that the loader has defined; no code of the loader runs.
      Class<?> type = Class.forName(AgentMetrics.REGISTRY, false, loader);
      if (type.getClassLoader() == loader) {
        retransformation.perform(
            Collections.singletonList(type), "registries made there are not noticed");
        noticeGlobal(loader);
      }
    } catch (ClassNotFoundException | LinkageError neverDefined) {
      // the class file did not become a class
    }
  }

  /** Comes after the weaving, by which one is noticed that is just being made. */
  private void noticeGlobal(ClassLoader loader) {
    Object registry = global.find(loader);
    if (registry != null) {
      noticed.accept(registry);
    }
  }
}
