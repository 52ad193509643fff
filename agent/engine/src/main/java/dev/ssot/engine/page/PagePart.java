package dev.ssot.engine.page;

import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** A part of a page that is kept in a file of its own beside the class that writes the page. */
public final class PagePart {
  private PagePart() {}

  /** Reads a file from the agent's jar. Nothing of it is kept. */
  public static String read(Class<?> beside, String file) throws IOException {
    try (InputStream in = beside.getResourceAsStream(file)) {
      if (in == null) {
        throw new FileNotFoundException(file + " is not in the agent's jar");
      }
      ByteArrayOutputStream part = new ByteArrayOutputStream();
      byte[] buffer = new byte[4096];
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        part.write(buffer, 0, count);
      }
      return new String(part.toByteArray(), StandardCharsets.UTF_8);
    }
  }

  /**
   * Returns the source expression of a content security policy that permits exactly one inline
   * element (W3C, Content Security Policy Level 3, section 2.3.1).
   *
   * @param content of the element, as it stands between its tags
   */
  public static String permission(String content) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
      return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
    } catch (NoSuchAlgorithmException impossible) {
      // every Java platform has SHA-256
      throw new IllegalStateException(impossible);
    }
  }
}
