package dev.ssot.engine.report.text;

import dev.ssot.engine.wording.Printable;

/**
 * Lines of at most 100 columns. Everything that is printed passes {@link #add}, which escapes it.
 * Only names and commands may be longer than a line, because a shortened one would name nothing and
 * do nothing.
 */
final class Page {
  static final int WIDTH = 100;

  private final StringBuilder out = new StringBuilder();
  private final boolean colour;

  Page(boolean colour) {
    this.colour = colour;
  }

  Page add(String text) {
    return add(Style.PLAIN, text);
  }

  Page add(Style style, String text) {
    String printable = Printable.escape(text);
    out.append(colour ? style.paint(printable) : printable);
    return this;
  }

  /** Ends the line, without blanks at its end. */
  void end() {
    int end = out.length();
    while (end > 0 && out.charAt(end - 1) == ' ') {
      end--;
    }
    out.setLength(end);
    out.append('\n');
  }

  void blank() {
    out.append('\n');
  }

  void rule() {
    add(Style.FAINT, Printable.spaces(WIDTH).replace(' ', '-')).end();
  }

  /** Writes one line, shortened from the left if need be. */
  void line(Style style, String text) {
    add(style, Printable.keepEnd(Printable.escape(text), WIDTH)).end();
  }

  void paragraph(String first, String text) {
    paragraph(Style.PLAIN, first, text);
  }

  /**
   * Writes lines, broken at blanks; those that follow the first are indented by the width of {@code
   * first}.
   */
  void paragraph(Style style, String first, String text) {
    int width = WIDTH - first.length();
    add(Style.FAINT, first);
    int column = 0;
    for (String word : Printable.escape(text).split(" ", -1)) {
      String fitting = Printable.keepEnd(word, width);
      if (column > 0 && column + 1 + fitting.length() > width) {
        end();
        add(Printable.spaces(first.length()));
        column = 0;
      }
      add(style, column > 0 ? " " + fitting : fitting);
      column += fitting.length() + (column > 0 ? 1 : 0);
    }
    end();
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
