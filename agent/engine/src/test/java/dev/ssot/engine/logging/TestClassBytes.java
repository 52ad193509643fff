package dev.ssot.engine.logging;

import dev.ssot.engine.logging.bridge.ClassBytes;
import java.io.IOException;

/** Class files as they lie on the test's class path. */
final class TestClassBytes implements ClassBytes {
  @Override
  public byte[] of(String className) throws IOException {
    String resource = className.replace('.', '/') + ".class";
    try (var in = TestClassBytes.class.getClassLoader().getResourceAsStream(resource)) {
      return in.readAllBytes();
    }
  }
}
