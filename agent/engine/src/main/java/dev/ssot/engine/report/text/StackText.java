package dev.ssot.engine.report.text;

import dev.ssot.engine.detect.snapshot.SiteSnapshot;
import java.util.ArrayList;
import java.util.List;

/**
 * A stack trace of which only what tells something is left: frames of the same library or of the
 * JDK that follow one another become one line, frames of the caller's own code stay.
 */
final class StackText {
  private static final int LINES = 8;
  private static final String INDENT = "    ";
  private static final String JDK = "the JDK";

  private final Page page;

  StackText(Page page) {
    this.page = page;
  }

  /** Nothing if no stack of this site has been resolved yet. */
  void write(SiteSnapshot site) {
    if (site.stacks.isEmpty()) {
      return;
    }
    page.blank();
    page.paragraph(Style.TITLE, "", "Stack of " + Place.shortest(site) + threads(site.threads));
    for (String line : lines(site.stacks.get(0).frames)) {
      page.add(INDENT).add(Printable.keepEnd(line, Page.WIDTH - INDENT.length())).end();
    }
  }

  private static String threads(List<String> threads) {
    if (threads.isEmpty()) {
      return "";
    }
    return (threads.size() == 1 ? ", thread " : ", threads ") + String.join(", ", threads);
  }

  static List<String> lines(List<String> frames) {
    List<String> lines = new ArrayList<>();
    String own = frames.isEmpty() ? "" : origin(frames.get(0));
    for (int i = 0; i < frames.size(); ) {
      if (lines.size() == LINES) {
        lines.add("… " + Printable.count(frames.size() - i, "more frame"));
        break;
      }
      int end = sameOrigin(frames, i);
      if (end - i > 1 && !origin(frames.get(i)).equals(own)) {
        lines.add("… " + (end - i) + " frames of " + origin(frames.get(i)));
        i = end;
      } else {
        lines.add(Printable.escape(frames.get(i)));
        i++;
      }
    }
    return lines;
  }

  private static int sameOrigin(List<String> frames, int from) {
    int end = from + 1;
    while (end < frames.size() && origin(frames.get(end)).equals(origin(frames.get(from)))) {
      end++;
    }
    return end;
  }

  /** The first two segments of a package say whose code it is: {@code com.acme}. */
  private static String origin(String frame) {
    if (frame.startsWith("java.")
        || frame.startsWith("javax.")
        || frame.startsWith("jdk.")
        || frame.startsWith("sun.")
        || frame.startsWith("com.sun.")) {
      return JDK;
    }
    int first = frame.indexOf('.');
    int second = frame.indexOf('.', first + 1);
    return Printable.escape(second < 0 ? frame : frame.substring(0, second));
  }
}
