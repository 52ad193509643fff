package dev.ssot.engine.weave.site;

/** Class files as the woven class's loader finds them, read without loading a class. */
public interface ClassFiles {
  /**
   * Reads a class file.
   *
   * @return null if it is not there
   */
  byte[] read(String internalName);
}
