package dev.ssot.engine.http.endpoint;

/** Writes strings as JSON. */
final class JsonText {
  private JsonText() {}

  /**
   * Writes a JSON string, which may stand in a page as well. Names of classes may contain any
   * character; those that JSON escapes, and those that begin markup, are written as Unicode
   * escapes.
   */
  static void quote(StringBuilder out, String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c == '"' || c == '\\' || c == '<' || Character.isSurrogate(c)) {
        out.append(String.format("\\u%04x", (int) c));
      } else {
        out.append(c);
      }
    }
    out.append('"');
  }
}
