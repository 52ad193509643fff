package dev.ssot.engine.logging.bridge;

import java.io.IOException;
import java.util.function.BiFunction;

/**
 * A child of an application's loader that defines {@link Slf4jBridge} and has everything else from
 * its parent. Nothing of the application refers to it, so it goes as soon as the bridge does.
 */
final class BridgeLoader extends ClassLoader {
  private static final String BRIDGE = "dev.ssot.engine.logging.bridge.Slf4jBridge";

  private BridgeLoader(ClassLoader application) {
    super(application);
  }

  /** A bridge to the SLF4J that the application's loader sees. */
  @SuppressWarnings("unchecked") // The class is ours: it says what it implements.
  static BiFunction<Object, Object[], Object> bridge(ClassLoader application, ClassBytes bytes)
      throws IOException, ReflectiveOperationException {
    byte[] classFile = bytes.of(BRIDGE);
    // Defined, not looked up: a parent that sees the engine, as in a test, would answer with its
    // own.
    Class<?> bridge =
        new BridgeLoader(application).defineClass(BRIDGE, classFile, 0, classFile.length);
    return (BiFunction<Object, Object[], Object>) bridge.getConstructor().newInstance();
  }
}
