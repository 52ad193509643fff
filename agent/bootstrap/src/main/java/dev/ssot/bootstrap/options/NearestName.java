package dev.ssot.bootstrap.options;

import java.util.List;
import java.util.Locale;

/**
 * Finds what a misspelt name was probably meant to be. There is always an answer: beside the list
 * of all valid names a far-fetched one does no harm.
 */
final class NearestName {
  private NearestName() {}

  /** The candidate with the smallest edit distance; the first of equals. */
  static String to(String given, List<String> candidates) {
    String nearest = candidates.get(0);
    int smallest = Integer.MAX_VALUE;
    for (String candidate : candidates) {
      int distance = distance(given.toLowerCase(Locale.ROOT), candidate);
      if (distance < smallest) {
        smallest = distance;
        nearest = candidate;
      }
    }
    return nearest;
  }

  /** Levenshtein; half a word ({@code live} of {@code live.limit}) counts as one edit. */
  private static int distance(String a, String b) {
    if (!a.isEmpty() && b.startsWith(a + ".")) {
      return 1;
    }
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
