package dev.ssot.engine.bridge;

import dev.ssot.bootstrap.zone.ChildLoader;
import java.io.IOException;
import java.util.function.BiFunction;

/**
 * Defines one bridge in a child of an application's loader. Nothing of the application refers to
 * that child, so it can be collected together with the bridge.
 */
public final class BridgeLoader {
  private BridgeLoader() {}

  /**
   * Creates a bridge to a library as the application's loader sees it.
   *
   * @param className of the bridge, a class without nested classes, because only one class file is
   *     defined
   */
  @SuppressWarnings("unchecked") // The class is ours: it says what it implements.
  public static BiFunction<Object, Object[], Object> bridge(
      ClassLoader application, String className, ClassBytes bytes)
      throws IOException, ReflectiveOperationException {
    byte[] classFile = bytes.of(className);
    // Defined, not looked up: a parent that sees the engine, as in a test, would return its own
    // class.
    Class<?> bridge = new ChildLoader(application).define(className, classFile);
    return (BiFunction<Object, Object[], Object>) bridge.getConstructor().newInstance();
  }
}
