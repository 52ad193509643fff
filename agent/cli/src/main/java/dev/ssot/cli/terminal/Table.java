package dev.ssot.cli.terminal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Rows of text in columns that are as wide as they need to be. */
public final class Table {
  private final List<List<String>> rows = new ArrayList<>();
  private final boolean[] numbers;

  /**
   * Creates an empty table.
   *
   * @param numbers whether a column is aligned to the right, for each column
   */
  public Table(boolean... numbers) {
    this.numbers = numbers.clone();
  }

  /** Adds a row, with a cell for each column. */
  public Table add(String... cells) {
    rows.add(Arrays.asList(cells));
    return this;
  }

  /** Returns the lines, without blanks at their ends. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int column = 0; column < row.size(); column++) {
        line.append(column == 0 ? "" : "  ").append(padded(row.get(column), column));
      }
      lines.add(withoutBlanksAtTheEnd(line));
    }
    return lines;
  }

  private String padded(String cell, int column) {
    int blanks = width(column) - cell.length();
    StringBuilder padding = new StringBuilder();
    for (int i = 0; i < blanks; i++) {
      padding.append(' ');
    }
    return numbers[column] ? padding + cell : cell + padding;
  }

  private int width(int column) {
    int width = 0;
    for (List<String> row : rows) {
      width = Math.max(width, row.get(column).length());
    }
    return width;
  }

  private static String withoutBlanksAtTheEnd(StringBuilder line) {
    int end = line.length();
    while (end > 0 && line.charAt(end - 1) == ' ') {
      end--;
    }
    return line.substring(0, end);
  }
}
