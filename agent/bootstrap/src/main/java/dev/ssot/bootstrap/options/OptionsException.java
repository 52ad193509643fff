package dev.ssot.bootstrap.options;

/**
 * A bad option. The message is one line for the user: the key as it was written, its value, where
 * it was set and what is valid. The code that catches it leaves the agent off.
 */
public final class OptionsException extends Exception {
  private static final long serialVersionUID = 1L;

  private static final int LONGEST_VALUE = 160;

  OptionsException(String message) {
    super(message);
  }

  /** Returns a value, or the message of another exception, as part of one line. */
  static String oneLine(Object value) {
    String text = String.valueOf(value);
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < text.length() && line.length() < LONGEST_VALUE; i++) {
      char c = text.charAt(i);
      if (c > ' ') {
        line.append(c);
      } else if (line.length() > 0 && line.charAt(line.length() - 1) != ' ') {
        line.append(' ');
      }
    }
    return line.length() < LONGEST_VALUE ? line.toString().trim() : line + "…";
  }
}
