package dev.ssot.engine.wording;

import java.util.Locale;

/** Makes text safe to show in a terminal, a page or a ticket. */
public final class Printable {
  private static final String ELLIPSIS = "…";

  private Printable() {}

  /**
   * Shows control and format characters (escape sequences, line ends, a reversed writing direction)
   * as in Java source. Escaping twice changes nothing.
   */
  public static String escape(String text) {
    StringBuilder out = null;
    for (int i = 0; i < text.length(); ) {
      int point = text.codePointAt(i);
      int next = i + Character.charCount(point);
      if (isHarmless(point)) {
        if (out != null) {
          out.appendCodePoint(point);
        }
      } else {
        out = out == null ? new StringBuilder(text.substring(0, i)) : out;
        for (char unit : text.substring(i, next).toCharArray()) {
          out.append(String.format(Locale.ROOT, "\\u%04X", (int) unit));
        }
      }
      i = next;
    }
    return out == null ? text : out.toString();
  }

  private static boolean isHarmless(int point) {
    // U+FFFE and U+FFFF of each plane are no characters: no page may contain them.
    if ((point & 0xFFFE) == 0xFFFE) {
      return false;
    }
    switch (Character.getType(point)) {
      case Character.CONTROL:
      case Character.FORMAT:
      case Character.SURROGATE:
      case Character.LINE_SEPARATOR:
      case Character.PARAGRAPH_SEPARATOR:
        return false;
      default:
        return true;
    }
  }

  /**
   * Shortens a name from the left, where its least important packages are, and only at a dot: half
   * a name would be another name. What follows the last dot before a parenthesis is always kept, so
   * the result may be wider than asked for.
   */
  public static String keepEnd(String text, int width) {
    int last = text.lastIndexOf('.', text.indexOf('(') < 0 ? text.length() : text.indexOf('('));
    if (text.length() <= width || last < 0) {
      return text;
    }
    int dot = text.indexOf('.', Math.max(0, text.length() - width));
    return ELLIPSIS + text.substring((dot < 0 || dot > last ? last : dot) + 1);
  }

  /** Pads text with blanks on the left. */
  public static String right(String text, int width) {
    return spaces(width - text.length()) + text;
  }

  /** Pads text with blanks on the right. */
  public static String left(String text, int width) {
    return text + spaces(width - text.length());
  }

  /** Returns that number of blanks, or none for a negative number. */
  public static String spaces(int count) {
    StringBuilder spaces = new StringBuilder();
    for (int i = 0; i < count; i++) {
      spaces.append(' ');
    }
    return spaces.toString();
  }

  /**
   * Writes {@code 10,000}, in every locale. Without {@code String.format}, which loads the data of
   * locales, as every process says a number at its exit.
   */
  public static String number(long number) {
    StringBuilder text = new StringBuilder(Long.toString(number));
    int first = number < 0 ? 1 : 0;
    for (int i = text.length() - 3; i > first; i -= 3) {
      text.insert(i, ',');
    }
    return text.toString();
  }

  /** Says {@code no files}, {@code 1 file} or {@code 2 files}. */
  public static String count(long number, String singular) {
    String word = number == 1 ? singular : singular + "s";
    return (number == 0 ? "no" : number(number)) + " " + word;
  }
}
