package dev.ssot.engine.report.text;

import dev.ssot.engine.wording.Headline;

/** What a piece of text is, and how a terminal shows it. */
enum Style {
  PLAIN(""),
  TITLE("1"),
  BAD("1;31"),
  WARNING("33"),
  GOOD("32"),
  PLACE("36"),
  FAINT("2");

  private final String code;

  Style(String code) {
    this.code = code;
  }

  static Style of(Headline.Severity severity) {
    switch (severity) {
      case BAD:
        return BAD;
      case WARNING:
        return WARNING;
      default:
        return GOOD;
    }
  }

  String paint(String text) {
    return code.isEmpty() || text.isEmpty() ? text : "\u001b[" + code + "m" + text + "\u001b[0m";
  }
}
