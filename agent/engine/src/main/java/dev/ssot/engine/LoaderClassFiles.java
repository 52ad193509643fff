package dev.ssot.engine;

import dev.ssot.engine.weave.site.ClassFiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** The class files that a loader has as resources; generated classes have none. */
final class LoaderClassFiles implements ClassFiles {
  private final ClassLoader loader;

  LoaderClassFiles(ClassLoader loader) {
    this.loader = loader;
  }

  /** A loader that throws has no such class, as far as anyone can tell. */
  @Override
  public byte[] read(String internalName) {
    try (InputStream in = loader.getResourceAsStream(internalName + ".class")) {
      return in == null ? null : readAll(in);
    } catch (IOException | RuntimeException | LinkageError unreadable) {
      return null;
    }
  }

  private static byte[] readAll(InputStream in) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte[] buffer = new byte[8192];
    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
      bytes.write(buffer, 0, read);
    }
    return bytes.toByteArray();
  }
}
