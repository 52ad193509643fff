package dev.ssot.engine.report.html;

import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The style sheet of the page, kept in a file of its own beside this class. */
final class StyleSheet {
  private static final String FILE = "report.css";

  private StyleSheet() {}

  static String read() throws IOException {
    try (InputStream in = StyleSheet.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new FileNotFoundException(FILE + " is not in the agent's jar");
      }
      ByteArrayOutputStream css = new ByteArrayOutputStream();
      byte[] buffer = new byte[4096];
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        css.write(buffer, 0, count);
      }
      return new String(css.toByteArray(), StandardCharsets.UTF_8);
    }
  }
}
