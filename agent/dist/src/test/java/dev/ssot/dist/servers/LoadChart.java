package dev.ssot.dist.servers;

import dev.ssot.dist.servers.Load.Moment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Draws threads over requests as an SVG that can be read on a light and on a dark page. */
final class LoadChart {
  private static final int WIDTH = 720;
  private static final int HEIGHT = 320;
  private static final int LEFT = 60;
  private static final int BOTTOM = 270;
  private static final int TOP = 60;
  private static final int RIGHT = 700;
  private static final List<String> COLOURS = List.of("#2f81f7", "#d1572f");

  private final Map<String, List<Moment>> lines = new LinkedHashMap<>();
  private final Map<Integer, String> marks = new LinkedHashMap<>();

  /** Notes that the mode was switched right before. */
  void mark(Load load, String mode) throws Exception {
    marks.put(load.now("lettuce").answered(), mode);
  }

  void line(String name, List<Moment> course) {
    lines.put(name, List.copyOf(course));
  }

  String svg() {
    List<String> parts = new ArrayList<>();
    parts.add(
        """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" width="%d" font-family="sans-serif" font-size="13" fill="#7d8590">
        <title>Threads of Lettuce by requests answered, with the agent and without</title>"""
            .formatted(WIDTH, HEIGHT, WIDTH));
    parts.add(text(LEFT, 18, "start", "live threads of Lettuce, one client per request"));
    parts.add(text(RIGHT, BOTTOM + 38, "end", "requests answered"));
    axes(parts);
    modes(parts);
    int colour = 0;
    for (Map.Entry<String, List<Moment>> line : lines.entrySet()) {
      course(parts, line.getKey(), line.getValue(), COLOURS.get(colour++));
    }
    parts.add("</svg>\n");
    return String.join("\n", parts);
  }

  private void axes(List<String> parts) {
    parts.add(line(LEFT, BOTTOM, RIGHT, BOTTOM));
    parts.add(line(LEFT, BOTTOM, LEFT, TOP));
    for (int quarter = 0; quarter <= 4; quarter++) {
      int threads = most(true) * quarter / 4;
      int requests = most(false) * quarter / 4;
      parts.add(text(LEFT - 6, y(threads) + 4, "end", "" + threads));
      parts.add(text(x(requests), BOTTOM + 18, "middle", "" + requests));
    }
  }

  private void modes(List<String> parts) {
    int from = 0;
    String mode = "observe";
    for (Map.Entry<Integer, String> mark : marks.entrySet()) {
      phase(parts, mode, from, mark.getKey());
      parts.add(line(x(mark.getKey()), BOTTOM, x(mark.getKey()), TOP - 24));
      from = mark.getKey();
      mode = mark.getValue();
    }
    phase(parts, mode, from, most(false));
  }

  private void phase(List<String> parts, String mode, int from, int to) {
    parts.add(text((x(from) + x(to)) / 2, TOP - 12, "middle", "mode " + mode));
  }

  private void course(List<String> parts, String name, List<Moment> course, String colour) {
    parts.add(
        "<polyline fill=\"none\" stroke=\"%s\" stroke-width=\"2.5\" points=\"%s\"/>"
            .formatted(
                colour,
                course.stream()
                    .map(moment -> x(moment.answered()) + "," + y(moment.threads()))
                    .distinct()
                    .collect(Collectors.joining(" "))));
    Moment last = course.get(course.size() - 1);
    parts.add(
        "<text x=\"%d\" y=\"%d\" text-anchor=\"end\" fill=\"%s\">%s: %d</text>"
            .formatted(
                x(last.answered()) - 12, y(last.threads()) + 4, colour, name, last.threads()));
  }

  /** Rounded up, so that a quarter is a round number. */
  private int most(boolean threads) {
    int most =
        lines.values().stream()
            .flatMap(List::stream)
            .mapToInt(moment -> threads ? moment.threads() : moment.answered())
            .max()
            .orElseThrow();
    return (most / 80 + 1) * 80;
  }

  private int x(int requests) {
    return LEFT + requests * (RIGHT - LEFT) / most(false);
  }

  private int y(int threads) {
    return BOTTOM - threads * (BOTTOM - TOP) / most(true);
  }

  private static String line(int x1, int y1, int x2, int y2) {
    return "<path d=\"M%d %dL%d %d\" stroke=\"#7d8590\"/>".formatted(x1, y1, x2, y2);
  }

  private static String text(int x, int y, String anchor, String text) {
    return "<text x=\"%d\" y=\"%d\" text-anchor=\"%s\">%s</text>".formatted(x, y, anchor, text);
  }
}
