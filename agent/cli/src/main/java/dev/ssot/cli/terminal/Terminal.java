package dev.ssot.cli.terminal;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UnsupportedEncodingException;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Scanner;

/** Standard input, output and error of this process, and whether somebody sits before them. */
public final class Terminal {
  private static final String RESET = "\u001b[0m";
  private static final String BOLD = "\u001b[1m";
  private static final String CLEAR = "\u001b[H\u001b[2J";

  private final PrintStream out;
  private final PrintStream err;
  private final InputStream in;
  private final boolean inIsTerminal;
  private final boolean outIsTerminal;
  private final boolean errIsTerminal;
  private final String noColour;

  /**
   * Creates one.
   *
   * @param noColour the value of {@code NO_COLOR}; null without it
   */
  Terminal(
      InputStream in,
      boolean inIsTerminal,
      PrintStream out,
      boolean outIsTerminal,
      PrintStream err,
      boolean errIsTerminal,
      String noColour) {
    this.in = in;
    this.inIsTerminal = inIsTerminal;
    this.out = out;
    this.outIsTerminal = outIsTerminal;
    this.err = err;
    this.errIsTerminal = errIsTerminal;
    this.noColour = noColour;
  }

  /** Returns that of this process. Text is written in UTF-8, as files and pipes expect it. */
  public static Terminal ofThisProcess() {
    try {
      return new Terminal(
          System.in,
          isTerminal(0),
          utf8(System.out),
          isTerminal(1),
          utf8(System.err),
          isTerminal(2),
          System.getenv("NO_COLOR"));
    } catch (UnsupportedEncodingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static PrintStream utf8(PrintStream stream) throws UnsupportedEncodingException {
    return new PrintStream(stream, true, "UTF-8");
  }

  /** On Linux the descriptor's link tells; elsewhere the JVM knows of all three together. */
  @SuppressWarnings("SystemConsoleNull") // from Java 22 on it is there in any case: not on Linux
  private static boolean isTerminal(int descriptor) {
    Path link = Paths.get("/proc/self/fd/" + descriptor);
    try {
      String name = link.toRealPath().toString();
      return name.startsWith("/dev/pts/")
          || name.startsWith("/dev/tty")
          || name.startsWith("/dev/console");
    } catch (IOException noProc) {
      return !link.getParent().toFile().exists() && System.console() != null;
    }
  }

  public PrintStream out() {
    return out;
  }

  public PrintStream err() {
    return err;
  }

  /** Tells whether a question can be asked: it is seen, and somebody can answer. */
  public boolean isInteractive() {
    return inIsTerminal && errIsTerminal;
  }

  /** Tells whether somebody sees what is written while it is written. */
  public boolean showsProgress() {
    return errIsTerminal;
  }

  /** Tells whether output may be coloured: <a href="https://no-color.org">NO_COLOR</a>. */
  public boolean hasColour() {
    return outIsTerminal && (noColour == null || noColour.isEmpty());
  }

  /** Returns the text as a heading. */
  public String bold(String text) {
    return hasColour() ? BOLD + text + RESET : text;
  }

  /** Returns what to write before a text that takes the place of the one before. */
  public String replacing() {
    return outIsTerminal ? CLEAR : "";
  }

  /** Asks, and returns whether the answer is yes. */
  public boolean confirms(String question) {
    err.print(question + " [y/N] ");
    err.flush();
    Scanner answer = new Scanner(in, "UTF-8");
    return answer.hasNextLine()
        && answer.nextLine().trim().toLowerCase(java.util.Locale.ROOT).startsWith("y");
  }
}
