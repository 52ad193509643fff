package dev.ssot.engine.report.html;

import dev.ssot.engine.wording.Printable;
import java.util.ArrayDeque;
import java.util.Deque;

/** Builds a page that is well-formed as HTML and as XML. All text is written by this class. */
final class Tags {
  private final StringBuilder out = new StringBuilder();
  private final Deque<String> open = new ArrayDeque<>();

  Tags(String doctype) {
    out.append("<!DOCTYPE ").append(doctype).append(">\n");
  }

  /**
   * Opens an element.
   *
   * @param attributes names and values in turn
   */
  Tags open(String name, String... attributes) {
    start(name, attributes);
    out.append('>');
    open.push(name);
    return this;
  }

  Tags close() {
    out.append("</").append(open.pop()).append('>');
    return this;
  }

  /** Writes an element that has no content and no end tag. */
  Tags empty(String name, String... attributes) {
    start(name, attributes);
    out.append("/>");
    return this;
  }

  Tags element(String name, String text, String... attributes) {
    return open(name, attributes).text(text).close();
  }

  Tags text(String text) {
    out.append(escape(text));
    return this;
  }

  /** Ends a line of the page's source, which people may read as well. */
  Tags line() {
    out.append('\n');
    return this;
  }

  /**
   * Writes a style sheet or a script of ours. It has no {@code <} and no {@code &}, which XML would
   * not read as they are.
   */
  Tags raw(String name, String content) {
    open(name);
    out.append(content);
    return close().line();
  }

  private void start(String name, String... attributes) {
    out.append('<').append(name);
    for (int i = 0; i < attributes.length; i += 2) {
      out.append(' ').append(attributes[i]).append("=\"");
      out.append(escape(attributes[i + 1])).append('"');
    }
  }

  static String escape(String text) {
    StringBuilder escaped = new StringBuilder();
    for (char c : Printable.escape(text).toCharArray()) {
      if ("&<>\"'`".indexOf(c) >= 0) {
        escaped.append("&#").append((int) c).append(';');
      } else {
        escaped.append(c);
      }
    }
    return escaped.toString();
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
