package dev.ssot.bootstrap.pattern;

import java.util.List;

/**
 * Finds the name that was probably meant by a misspelt one. There is always an answer; as all valid
 * names are listed beside it, a poor one does no harm.
 */
public final class NearestName {
  private NearestName() {}

  /** Returns the candidate with the smallest edit distance; the first of equals. */
  public static String to(String given, List<String> candidates) {
    String nearest = candidates.get(0);
    int smallest = Integer.MAX_VALUE;
    for (String candidate : candidates) {
      int distance = isFirstWord(given, candidate) ? 1 : distance(given, candidate);
      if (distance < smallest) {
        smallest = distance;
        nearest = candidate;
      }
    }
    return nearest;
  }

  /**
   * Returns whether only the first word of a name was written ({@code live} of {@code live.limit}),
   * which counts as one edit.
   */
  private static boolean isFirstWord(String given, String candidate) {
    int length = given.length();
    return length > 0
        && candidate.regionMatches(true, 0, given, 0, length)
        && candidate.startsWith(".", length);
  }

  /** Returns the Levenshtein distance, ignoring case. */
  public static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int replaced = diagonal + (isSame(a.charAt(i - 1), b.charAt(j - 1)) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }

  private static boolean isSame(char a, char b) {
    return Character.toLowerCase(a) == Character.toLowerCase(b);
  }
}
