package dev.ssot.bootstrap.zone;

/** The lines that the agent prints itself: before there is a log, and about the lack of one. */
public final class Console {
  private static final String PREFIX = "[ssot] ";

  private Console() {}

  /** One line on stderr. Never throws. */
  @SuppressWarnings("SystemOut") // the one place that prints, for want of a logger this early
  public static void line(String text) {
    try {
      System.err.println(PREFIX + text);
    } catch (Throwable closed) {
      // an application may have replaced stderr by something that throws: law 1
    }
  }
}
