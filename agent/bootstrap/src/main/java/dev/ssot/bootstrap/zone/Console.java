package dev.ssot.bootstrap.zone;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;

/**
 * The agent's way to the terminal: before there is a log, and about the lack of one. By streams of
 * its own, because the application may have replaced {@code System.err} by code of its own, and
 * because whoever blocks in it holds a lock that the application's threads need.
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
      // law 1: nobody may notice, and there is nobody left to tell
    }
  }
}
