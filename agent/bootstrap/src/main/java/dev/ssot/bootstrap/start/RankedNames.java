package dev.ssot.bootstrap.start;

import dev.ssot.bootstrap.pattern.NearestName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Names of classes in the order of how similar their simple name is to that of a target. */
final class RankedNames {
  /** Beyond the length of names. */
  private static final int FAR = 100_000;

  private final String wanted;
  private final List<Ranked> names = new ArrayList<>();

  /** Ranks by the last segment of the pattern of a target. */
  RankedNames(String target) {
    this.wanted = simpleName(target);
  }

  /** Adds a name; those that contain the whole simple name come first. */
  void add(String name) {
    String simple = simpleName(name);
    boolean whole = lowerCase(simple).contains(lowerCase(wanted));
    names.add(new Ranked(name, NearestName.distance(wanted, simple) - (whole ? FAR : 0)));
  }

  private static String lowerCase(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  /** Adds the name unless it differs too much to be a misspelling. */
  void addIfSimilar(String name) {
    int distance = NearestName.distance(wanted, simpleName(name));
    if (distance <= Math.max(2, wanted.length() / 3)) {
      names.add(new Ranked(name, distance));
    }
  }

  /** Takes all names of another ranking with the distances that they have there. */
  void addAll(RankedNames others) {
    names.addAll(others.names);
  }

  /** Returns each name once, the nearest first. */
  List<String> sorted() {
    Collections.sort(names);
    Set<String> sorted = new LinkedHashSet<>();
    for (Ranked each : names) {
      sorted.add(each.name);
    }
    return new ArrayList<>(sorted);
  }

  private static String simpleName(String name) {
    int end =
        Math.max(name.lastIndexOf('.'), Math.max(name.lastIndexOf('*'), name.lastIndexOf('$')));
    return name.substring(end + 1);
  }

  /** A name and how far it is from a target's. */
  private static final class Ranked implements Comparable<Ranked> {
    final String name;
    final int distance;

    Ranked(String name, int distance) {
      this.name = name;
      this.distance = distance;
    }

    @Override
    public int compareTo(Ranked other) {
      int nearer = Integer.compare(distance, other.distance);
      return nearer != 0 ? nearer : name.compareTo(other.name);
    }
  }
}
