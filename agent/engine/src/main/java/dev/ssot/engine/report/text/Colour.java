package dev.ssot.engine.report.text;

import java.io.Console;

/** Decides whether stdout gets ANSI colours. */
public final class Colour {
  private Colour() {}

  /**
   * Asks the process. Never call it from {@code premain}: the console may bring libraries with it.
   */
  public static boolean ofThisProcess() {
    String noColor = System.getenv("NO_COLOR");
    String term = System.getenv("TERM");
    return decide(true, noColor, term) && decide(isTerminal(System.console()), noColor, term);
  }

  /**
   * Decides whether to colour the report.
   *
   * @param noColor the environment variable, see no-color.org: empty counts as unset
   * @param term the environment variable; Windows has none
   */
  static boolean decide(boolean terminal, String noColor, String term) {
    boolean refused = noColor != null && !noColor.isEmpty();
    return terminal && !refused && !"dumb".equals(term);
  }

  /** Asks the console: from JDK 22 on there may be one that is no terminal (JDK-8308591). */
  private static boolean isTerminal(Console console) {
    if (console == null) {
      return false;
    }
    try {
      return (Boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (NoSuchMethodException before22) {
      return true;
    } catch (ReflectiveOperationException unknown) {
      return false;
    }
  }
}
