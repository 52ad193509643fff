package dev.ssot.engine.logging.bridge;

import dev.ssot.engine.bridge.BridgeLoader;
import dev.ssot.engine.bridge.ClassBytes;
import java.lang.ref.WeakReference;
import java.lang.reflect.Field;
import java.util.function.BiFunction;

/**
 * The SLF4J that one loader of the application defines. It runs code of the application. So
 * everything except the constructor, {@link #isOf} and {@link #loader} is called on the agent's
 * thread only, and catches whatever is thrown.
 */
public final class ApplicationLog {
  private static final String BRIDGE = "dev.ssot.engine.logging.bridge.Slf4jBridge";

  /** {@code LoggerFactory.SUCCESSFUL_INITIALIZATION}, in 1.7 and 2.x. */
  private static final int BOUND = 3;

  private static final int FAILURES = 2;

  private final WeakReference<ClassLoader> loader;

  /** Weak, as it refers to the application's loader. Created again if it was collected. */
  private WeakReference<BiFunction<Object, Object[], Object>> bridge = new WeakReference<>(null);

  /**
   * Weak, as a logging library keeps its loggers. It is got once and not once per bridge, because
   * log4j 2 looks at the loader of the caller and may create and configure a whole context for it.
   */
  private WeakReference<Object> logger = new WeakReference<>(null);

  private boolean open;
  private int failuresInARow;

  /** Creates the log of a loader that loads, or has loaded, {@code org.slf4j.LoggerFactory}. */
  public ApplicationLog(ClassLoader loader) {
    this.loader = new WeakReference<>(loader);
  }

  /** Returns the loader; null once it was collected. */
  public ClassLoader loader() {
    return loader.get();
  }

  /** Tells whether this is the log of that loader. */
  public boolean isOf(ClassLoader other) {
    return other != null && loader.get() == other;
  }

  /** Tells whether nothing will be written here any more. */
  public boolean isOver() {
    return failuresInARow >= FAILURES || loader.get() == null;
  }

  /**
   * Tells whether the application has set up its logging: it has bound SLF4J and let one warning of
   * the agent pass. From then on the application's levels hold, so that it can silence the agent.
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
   * @return false if the application's logger threw or is gone, so that the line was not written
   */
  public boolean write(ClassBytes bytes, String level, String message, Throwable thrown) {
    return call(bytes, new Object[] {level, message, thrown});
  }

  private boolean call(ClassBytes bytes, Object... line) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try {
      // An appender that starts lazily looks for its classes by the context loader.
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
   * Reads the state of SLF4J, because asking for a logger would bind it. Loads only the class that
   * the loader itself has loaded, whose initialiser binds nothing.
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
      // A named module may hide the field, and another SLF4J may lack it. Then its log is never
      // used.
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
