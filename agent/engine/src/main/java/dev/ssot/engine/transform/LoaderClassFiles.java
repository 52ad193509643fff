package dev.ssot.engine.transform;

import dev.ssot.bootstrap.start.StoppedLoader;
import dev.ssot.bootstrap.zone.InputStreams;
import dev.ssot.engine.weave.site.ClassFiles;
import java.io.IOException;
import java.io.InputStream;

/** The class files that a loader has as resources; generated classes have none. */
final class LoaderClassFiles implements ClassFiles {
  private final ClassLoader loader;

  /** Null before somebody asked. */
  private Boolean stopped;

  LoaderClassFiles(ClassLoader loader) {
    this.loader = loader;
  }

  private boolean isStopped() {
    if (stopped == null) {
      stopped = StoppedLoader.is(loader);
    }
    return stopped;
  }

  /**
   * Reads a class file. A loader that throws, or says that it is stopped, is taken to have no such
   * class.
   */
  @Override
  public byte[] read(String internalName) {
    if (isStopped()) {
      return null;
    }
    try (InputStream in = loader.getResourceAsStream(internalName + ".class")) {
      return in == null ? null : InputStreams.readAll(in);
    } catch (IOException | RuntimeException | LinkageError unreadable) {
      return null;
    }
  }
}
