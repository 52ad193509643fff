package dev.ssot.bootstrap.zone;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What to say when no class matched: most often a name is misspelt, so the loaded classes whose
 * simple names come nearest are listed.
 */
public final class NothingMatched {
  private static final int NAMES = 3;

  private NothingMatched() {}

  /** One line, without the prefix. Looks through all loaded classes: not on the start path. */
  public static String hint(StartContext context) {
    String targets = context.targets.toString();
    List<String> nearest = nearest(targets, loadedNames(context));
    return "no class matched "
        + targets
        + " so far"
        + (nearest.isEmpty() ? "" : "; nearest loaded names: " + join(nearest))
        + "; correct the option targets if it is none of these";
  }

  private static List<String> loadedNames(StartContext context) {
    List<String> names = new ArrayList<String>();
    for (Class<?> type : context.instrumentation.getAllLoadedClasses()) {
      ClassLoader loader = type.getClassLoader();
      boolean ours = loader instanceof AgentClassLoader;
      if (!Loaders.isOfTheJdk(loader) && !ours && !type.isArray()) {
        names.add(type.getName());
      }
    }
    return names;
  }

  /** The names whose last segment is nearest to that of a target, the nearest first. */
  static List<String> nearest(String targets, List<String> names) {
    List<Candidate> candidates = new ArrayList<Candidate>();
    for (String target : targets.split(":", -1)) {
      String wanted = simpleName(target);
      for (String name : names) {
        int distance = distance(wanted, simpleName(name));
        if (distance <= Math.max(2, wanted.length() / 3)) {
          candidates.add(new Candidate(name, distance));
        }
      }
    }
    Collections.sort(candidates);
    List<String> nearest = new ArrayList<String>();
    for (int i = 0; i < candidates.size() && nearest.size() < NAMES; i++) {
      String name = candidates.get(i).name;
      if (!name.startsWith("dev.ssot.bootstrap.") && !nearest.contains(name)) {
        nearest.add(name);
      }
    }
    return nearest;
  }

  private static String simpleName(String name) {
    int end =
        Math.max(name.lastIndexOf('.'), Math.max(name.lastIndexOf('*'), name.lastIndexOf('$')));
    return name.substring(end + 1);
  }

  private static String join(List<String> names) {
    StringBuilder text = new StringBuilder();
    for (String name : names) {
      text.append(text.length() == 0 ? "" : ", ").append(name);
    }
    return text.toString();
  }

  /** Levenshtein distance, capital letters alike. */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        boolean same =
            Character.toLowerCase(a.charAt(i - 1)) == Character.toLowerCase(b.charAt(j - 1));
        int replaced = diagonal + (same ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }

  /** A loaded name and how far it is from a target's. */
  private static final class Candidate implements Comparable<Candidate> {
    final String name;
    final int distance;

    Candidate(String name, int distance) {
      this.name = name;
      this.distance = distance;
    }

    @Override
    public int compareTo(Candidate other) {
      int nearer = Integer.compare(distance, other.distance);
      return nearer != 0 ? nearer : name.compareTo(other.name);
    }
  }
}
