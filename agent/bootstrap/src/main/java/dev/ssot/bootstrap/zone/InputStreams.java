package dev.ssot.bootstrap.zone;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** Replaces {@code InputStream.readAllBytes}, which Java 8 lacks. */
public final class InputStreams {
  private InputStreams() {}

  /** Reads a stream to its end and leaves it open. */
  public static byte[] readAll(InputStream in) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(8192);
    byte[] buffer = new byte[8192];
    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
      bytes.write(buffer, 0, read);
    }
    return bytes.toByteArray();
  }
}
