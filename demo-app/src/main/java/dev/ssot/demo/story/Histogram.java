package dev.ssot.demo.story;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How many objects of which class are alive, as the JVM prints it. */
record Histogram(String text) {

  /** The number of classes that have live objects and begin with that; null without a histogram. */
  Integer classesBeginningWith(String prefix) {
    if (!text.contains("#instances")) {
      return null;
    }
    return Math.toIntExact(
        Pattern.compile("^\\s*\\d+:\\s+\\d+\\s+\\d+\\s+" + Pattern.quote(prefix), Pattern.MULTILINE)
            .matcher(text)
            .results()
            .count());
  }

  /** 0 when there is none; null when there is no histogram to look into. */
  Integer instancesOf(String className) {
    if (!text.contains("#instances")) {
      return null;
    }
    Matcher row =
        Pattern.compile(
                "^\\s*\\d+:\\s+(\\d+)\\s+\\d+\\s+" + Pattern.quote(className) + "(\\s|$)",
                Pattern.MULTILINE)
            .matcher(text);
    return row.find() ? Integer.valueOf(row.group(1)) : Integer.valueOf(0);
  }
}
