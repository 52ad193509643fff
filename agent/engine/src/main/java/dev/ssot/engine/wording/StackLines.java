package dev.ssot.engine.wording;

import dev.ssot.bootstrap.pattern.JdkClasses;
import dev.ssot.engine.snapshot.SiteSnapshot;
import java.util.ArrayList;
import java.util.List;

/**
 * Shortens stack traces: successive frames of the same library or of the JDK become one line, and
 * frames of the caller's own code stay.
 */
public final class StackLines {
  private static final int LINES = 8;
  private static final String JDK = "the JDK";

  private StackLines() {}

  /** Names a stack: {@code Stack of ChatSocket.java:41, thread http-1}. */
  public static String title(SiteSnapshot site) {
    return "Stack of " + SiteText.shortest(site) + threads(site.threads);
  }

  private static String threads(List<String> threads) {
    if (threads.isEmpty()) {
      return "";
    }
    return (threads.size() == 1 ? ", thread " : ", threads ") + String.join(", ", threads);
  }

  /**
   * Shortens a stack, from the call site outwards, and escapes it. The last line may count the
   * frames that were left out.
   */
  public static List<String> of(List<String> frames) {
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

  /**
   * Returns the first two segments of the frame's package, which tell whose code it is: {@code
   * com.acme}.
   */
  private static String origin(String frame) {
    if (JdkClasses.isFrame(frame)) {
      return JDK;
    }
    int first = frame.indexOf('.');
    int second = frame.indexOf('.', first + 1);
    return Printable.escape(second < 0 ? frame : frame.substring(0, second));
  }
}
