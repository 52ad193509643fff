package dev.ssot.engine.logging;

import java.io.PrintWriter;
import java.io.StringWriter;

/** One line of the log. The throwable is not examined before the line is written. */
final class LogLine {
  private final long atMillis;
  private final String level;
  private final String logger;
  private final String message;
  private final Throwable thrown;

  /**
   * Creates a line with the current time.
   *
   * @param level as SLF4J names it
   * @param message filled in
   * @param thrown null for none
   */
  LogLine(String level, String logger, String message, Throwable thrown) {
    this.atMillis = System.currentTimeMillis();
    this.level = level;
    this.logger = logger;
    this.message = message;
    this.thrown = thrown;
  }

  /** Creates a warning of the log about itself. */
  static LogLine of(String warning) {
    return new LogLine("WARN", LogRouter.class.getName(), warning, null);
  }

  long atMillis() {
    return atMillis;
  }

  String level() {
    return level;
  }

  String logger() {
    return logger;
  }

  String message() {
    return message;
  }

  Throwable thrown() {
    return thrown;
  }

  /**
   * Returns the line as text, with the stack trace indented below it.
   *
   * @param margin in front of every line
   * @param head in front of the message
   */
  String text(String margin, String head) {
    StringBuilder text = new StringBuilder();
    append(text, margin, head + message);
    if (thrown != null) {
      append(text, margin + "    ", stack().replace("\t", "    "));
    }
    return text.toString();
  }

  private static void append(StringBuilder to, String margin, String lines) {
    int begin = 0;
    for (int i = 0; i <= lines.length(); i++) {
      if (i == lines.length() || isLineBreak(lines.charAt(i))) {
        to.append(margin).append(lines, begin, i).append(System.lineSeparator());
        i += lines.startsWith("\r\n", i) ? 1 : 0;
        begin = i + 1;
      }
    }
  }

  /** Knows those of {@code \R} in a regular expression, as a terminal or a file viewer may. */
  private static boolean isLineBreak(char c) {
    return (c >= '\n' && c <= '\r') || c == '\u0085' || c == '\u2028' || c == '\u2029';
  }

  private String stack() {
    try {
      StringWriter stack = new StringWriter();
      thrown.printStackTrace(new PrintWriter(stack, true));
      return stack.toString().trim();
    } catch (RuntimeException | LinkageError e) {
      // getMessage() of an application's exception may itself throw.
      return thrown.getClass().getName();
    }
  }
}
