package dev.ssot.engine.logging;

import java.io.PrintStream;

/** Prints each line with {@code [ssot]} in front and the stack trace below it. */
final class StderrSink implements LogSink {
  private final PrintStream stderr;

  StderrSink(PrintStream stderr) {
    this.stderr = stderr;
  }

  @Override
  public void write(LogLine line) {
    // One call, so that the application's own output does not end up between message and stack.
    stderr.print(line.text("[ssot] ", ""));
    stderr.flush();
  }
}
