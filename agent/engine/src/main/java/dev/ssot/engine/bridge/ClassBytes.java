package dev.ssot.engine.bridge;

import java.io.IOException;

/** Class files of the agent's own zone, which have other names inside the packaged jar. */
public interface ClassBytes {
  /** Returns the class file of a class of the engine, by its binary name. */
  byte[] of(String className) throws IOException;
}
