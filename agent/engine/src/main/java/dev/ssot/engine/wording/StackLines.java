package dev.ssot.engine.wording;

import dev.ssot.engine.snapshot.SiteSnapshot;
import java.util.ArrayList;
import java.util.List;

/**
 * Shortens stack traces: successive frames of the same library or of the JDK become one line. A
 * frame that may be the reader's own is never left out.
 */
public final class StackLines {
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
   * Shortens the first stack of a call site that has one, from the call site outwards, and escapes
   * it. Code that shares the first two segments of its package with the call site is shown even if
   * that is the package of a known library.
   */
  public static List<String> of(SiteSnapshot site) {
    List<String> frames = site.stacks.get(0).frames;
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < frames.size(); ) {
      String library = library(frames.get(i), site);
      int end = i + 1;
      while (library != null
          && end < frames.size()
          && library.equals(library(frames.get(end), site))) {
        end++;
      }
      boolean folded = end - i > 1;
      lines.add(
          Printable.escape(folded ? "… " + (end - i) + " frames of " + library : frames.get(i)));
      i = end;
    }
    return lines;
  }

  /** Returns null if the frame may be the reader's own. */
  private static String library(String frame, SiteSnapshot site) {
    return LibraryFrames.sameOwner(frame, site.className) ? null : LibraryFrames.of(frame);
  }
}
