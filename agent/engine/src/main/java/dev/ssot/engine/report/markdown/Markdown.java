package dev.ssot.engine.report.markdown;

import dev.ssot.engine.wording.Printable;
import java.util.List;

/** Escapes text so that GitHub, GitLab and other readers of CommonMark show it unchanged. */
final class Markdown {
  /**
   * The characters that have a meaning inside a line: emphasis, links, tags, cells, formulas,
   * references.
   */
  private static final String SPECIAL = "\\`*_{}[]<>|~&#$!";

  private Markdown() {}

  /**
   * Escapes prose. Not for the beginning of a line, where other characters mean something as well.
   */
  static String text(String text) {
    StringBuilder out = new StringBuilder();
    for (char c : Printable.escape(text).toCharArray()) {
      if (SPECIAL.indexOf(c) >= 0) {
        out.append('\\');
      }
      out.append(c);
    }
    return out.toString();
  }

  /**
   * Marks a name as code, also in a table. As prose, a reader would make links, mentions and
   * formulas of it ({@code Outer$Inner$1}).
   */
  static String code(String name) {
    String printable = Printable.escape(name);
    if (printable.isEmpty()) {
      return "";
    }
    boolean blank = printable.startsWith(" ") || printable.endsWith(" ");
    if (blank || printable.indexOf('`') >= 0 || printable.indexOf('|') >= 0) {
      return codeInHtml(printable);
    }
    return "`" + printable + "`";
  }

  /** Marks a name as code where no Markdown is read, such as in a {@code summary}. */
  static String codeInHtml(String name) {
    return "<code>" + entities(name) + "</code>";
  }

  /**
   * Writes a character reference for everything that might be special. The effect of a back-tick or
   * bar in a code span depends on the reader, while a reference never opens or closes anything.
   */
  static String entities(String text) {
    StringBuilder out = new StringBuilder();
    for (char c : Printable.escape(text).toCharArray()) {
      if (SPECIAL.indexOf(c) >= 0 || c == '"' || c == '\'') {
        out.append("&#").append((int) c).append(';');
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }

  /** Makes a block of unchanged lines, between fences that none of the lines can close. */
  static String block(List<String> lines) {
    StringBuilder fence = new StringBuilder("```");
    StringBuilder block = new StringBuilder();
    for (String line : lines) {
      String printable = Printable.escape(line);
      while (printable.contains(fence)) {
        fence.append('`');
      }
      block.append(printable).append('\n');
    }
    return fence + "text\n" + block + fence + "\n";
  }
}
