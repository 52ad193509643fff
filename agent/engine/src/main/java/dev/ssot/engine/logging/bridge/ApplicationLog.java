package dev.ssot.engine.logging.bridge;

import dev.ssot.engine.bridge.BridgeLoader;
import dev.ssot.engine.bridge.ClassBytes;
import java.lang.ref.WeakReference;
import java.lang.reflect.Field;
import java.util.function.BiFunction;

/**
 * The SLF4J that one loader of the application defines. Application code runs in here, so all but
 * the constructor, {@link #isOf} and {@link #loader} belongs to the agent's thread, and whatever is
 * thrown stays inside.
 */
public final class ApplicationLog {
  private static final String BRIDGE = "dev.ssot.engine.logging.bridge.Slf4jBridge";

  /** {@code LoggerFactory.SUCCESSFUL_INITIALIZATION}, in 1.7 and 2.x. */
  private static final int BOUND = 3;

  private static final int FAILURES = 2;

  private final WeakReference<ClassLoader> loader;

  /** Weak, for it leads to the application's loader. Made again when the collector took it. */
  private WeakReference<BiFunction<Object, Object[], Object>> bridge = new WeakReference<>(null);

  /**
   * Weak; a logging library keeps its loggers. Asked for once and not once per bridge: log4j 2
   * looks at the loader of who asks, and may make and configure a whole context for it.
   */
  private WeakReference<Object> logger = new WeakReference<>(null);

  private boolean open;
  private int failuresInARow;

  /** The log of a loader that loads, or has loaded, {@code org.slf4j.LoggerFactory}. */
  public ApplicationLog(ClassLoader loader) {
    this.loader = new WeakReference<>(loader);
  }

  /** Null once the loader was collected. */
  public ClassLoader loader() {
    return loader.get();
  }

  /** Whether this is the log of the loader. */
  public boolean isOf(ClassLoader other) {
    return other != null && loader.get() == other;
  }

  /** Whether nothing will ever be written here again. */
  public boolean isOver() {
    return failuresInARow >= FAILURES || loader.get() == null;
  }

  /**
   * Whether the application has set its logging up: it bound SLF4J, and has let a warning of ours
   * pass once. From then on its level is its own business, so that it can silence us.
   */
  public boolean isOpen(ClassBytes bytes) {
    if (!open && !isOver() && isBound()) {
      open = call(bytes);
    }
    return open && !isOver();
  }

  /**
   * Writes a line.
   *
   * @param thrown null for none
   * @return false when the application's logger threw, or is gone: the line is nowhere
   */
  public boolean write(ClassBytes bytes, String level, String message, Throwable thrown) {
    return call(bytes, new Object[] {level, message, thrown});
  }

  private boolean call(ClassBytes bytes, Object... line) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try {
      // An appender that starts lazily looks for its parts by the context loader.
      thread.setContextClassLoader(loader());
      BiFunction<Object, Object[], Object> to = bridge(bytes);
      boolean yes = to != null && Boolean.TRUE.equals(to.apply(logger(to), line));
      failuresInARow = 0;
      return yes;
    } catch (Throwable anyOfTheApplications) {
      failuresInARow++;
      return false;
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private Object logger(BiFunction<Object, Object[], Object> from) {
    Object known = logger.get();
    if (known == null) {
      known = from.apply(null, null);
      logger = new WeakReference<>(known);
    }
    return known;
  }

  /**
   * Reads the state, because there is no way to ask for a logger that does not bind SLF4J. Only
   * ever loads the class that the loader itself has loaded; its initialiser binds nothing.
   */
  private boolean isBound() {
    ClassLoader application = loader.get();
    if (application == null) {
      return false;
    }
    try {
      Class<?> factory = Class.forName("org.slf4j.LoggerFactory", false, application);
      Field state = factory.getDeclaredField("INITIALIZATION_STATE");
      state.setAccessible(true);
      return state.getInt(null) == BOUND;
    } catch (ReflectiveOperationException | RuntimeException | LinkageError notYetOrNotOpen) {
      // A named module keeps the field to itself, another SLF4J may not have it: never used.
      return false;
    }
  }

  private BiFunction<Object, Object[], Object> bridge(ClassBytes bytes) throws Exception {
    BiFunction<Object, Object[], Object> made = bridge.get();
    ClassLoader application = loader.get();
    if (made == null && application != null) {
      made = BridgeLoader.bridge(application, BRIDGE, bytes);
      bridge = new WeakReference<>(made);
    }
    return made;
  }
}
