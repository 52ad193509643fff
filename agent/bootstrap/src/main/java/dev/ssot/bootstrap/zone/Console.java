package dev.ssot.bootstrap.zone;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;

/**
 * The agent's output to the terminal, for the time before there is a log and for failures of the
 * log. It uses streams of its own, because the application may have replaced {@code System.err} by
 * its own code, and because a thread that blocks in it holds a lock that the application's threads
 * need.
 */
public final class Console {
  /** File descriptor 2. */
  public static final PrintStream STDERR = stream(FileDescriptor.err);

  /** File descriptor 1. */
  public static final PrintStream STDOUT = stream(FileDescriptor.out);

  private static final String PREFIX = "[ssot] ";

  private Console() {}

  private static PrintStream stream(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true);
  }

  /** Prints one line on stderr. Never throws. */
  public static void line(String text) {
    try {
      STDERR.println(PREFIX + text);
    } catch (Throwable failed) {
      // the application must not notice (law 1), and there is nowhere else to report it
    }
  }
}
