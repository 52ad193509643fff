package dev.ssot.engine.bridge;

import java.io.IOException;

/** Class files as they lie on the test's class path. */
public final class TestClassBytes implements ClassBytes {
  @Override
  public byte[] of(String className) throws IOException {
    String resource = className.replace('.', '/') + ".class";
    try (var in = TestClassBytes.class.getClassLoader().getResourceAsStream(resource)) {
      return in.readAllBytes();
    }
  }
}
