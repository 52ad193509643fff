package dev.ssot.engine.report.markdown;

import dev.ssot.engine.wording.Printable;
import java.util.List;

/** Text that GitHub, GitLab and other readers of CommonMark show as it is meant. */
final class Markdown {
  /** What means something inside a line: emphasis, links, tags, cells, formulas, references. */
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
   * Writes a reference for everything that might be special. What a back-tick or bar in a code span
   * does depends on the reader, a reference never opens or closes anything.
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

  /** Makes a block of lines as they are, between fences that none of them can close. */
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
