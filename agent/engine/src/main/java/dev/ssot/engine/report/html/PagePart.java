package dev.ssot.engine.report.html;

import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** A part of the page that is kept in a file of its own beside this class. */
enum PagePart {
  STYLE_SHEET("report.css"),
  /** Sorts a table by the column whose title is clicked. */
  SORT_SCRIPT("sort.js");

  private final String file;

  PagePart(String file) {
    this.file = file;
  }

  /** Reads the file from the agent's jar. */
  String read() throws IOException {
    try (InputStream in = PagePart.class.getResourceAsStream(file)) {
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
  static String permission(String content) {
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
