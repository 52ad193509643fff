package dev.ssot.demo.story;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The figures of all acts below each other. */
final class Table {
  private static final List<List<String>> HEADINGS =
      List.of(
          List.of("", "chat", "closed", "live", "pools x", "Redis", "heap", "latency", "", "wait"),
          List.of(
              "",
              "works",
              "1011",
              "instances",
              "size",
              "clients",
              "after GC",
              "median",
              "95 %",
              "for pool"));

  private final List<List<String>> rows = new ArrayList<>(HEADINGS);

  Table(Iterable<Figures> figures) {
    figures.forEach(act -> rows.add(row(act)));
  }

  String text() {
    return rows.stream().map(this::line).collect(joining(System.lineSeparator()));
  }

  private static List<String> row(Figures act) {
    return List.of(
        act.act().title(),
        Words.percent(act.success()),
        String.valueOf(act.closed1011()),
        Words.of(act.instances()),
        Words.of(act.pools()) + " x " + Words.of(act.poolSize()),
        Words.of(act.redisClients()) + " of " + Words.of(act.redisMaxClients()),
        Words.megabytes(act.heapAfterGc()),
        Words.millis(act.latencyMedian()),
        Words.millis(act.latency95()),
        Words.millis(act.poolWait()));
  }

  private String line(List<String> cells) {
    return IntStream.range(0, cells.size())
        .mapToObj(column -> aligned(cells.get(column), column))
        .collect(joining("  "))
        .stripTrailing();
  }

  /** The first column to the left, figures to the right. */
  private String aligned(String cell, int column) {
    int width = rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
    String gap = " ".repeat(width - cell.length());
    return column == 0 ? cell + gap : gap + cell;
  }
}
