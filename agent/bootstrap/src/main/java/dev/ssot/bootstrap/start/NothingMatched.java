package dev.ssot.bootstrap.start;

import dev.ssot.bootstrap.pattern.JdkClasses;
import dev.ssot.bootstrap.pattern.NearestName;
import dev.ssot.bootstrap.zone.AgentClassLoader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The hint when no class matched. Most often a name is misspelt, so it lists the loaded classes
 * with the most similar simple names.
 */
final class NothingMatched {
  private static final int NAMES = 3;

  private NothingMatched() {}

  /**
   * Returns the hint as one line, without the prefix. It looks through all loaded classes, so it is
   * never called on the start path.
   */
  static String hint(StartContext context) {
    String targets = context.targets.toString();
    List<String> nearest = nearest(targets, loadedNames(context));
    return "no class matched "
        + targets
        + " so far"
        + (nearest.isEmpty() ? "" : "; nearest loaded names: " + join(nearest))
        + "; correct the option targets if it is none of these";
  }

  private static List<String> loadedNames(StartContext context) {
    List<String> names = new ArrayList<>();
    for (Class<?> type : context.instrumentation.getAllLoadedClasses()) {
      ClassLoader loader = type.getClassLoader();
      boolean ours = loader instanceof AgentClassLoader;
      if (!JdkClasses.isLoader(loader) && !ours && !type.isArray()) {
        names.add(type.getName());
      }
    }
    return names;
  }

  /** Returns the names whose last segment is nearest to that of a target, the nearest first. */
  static List<String> nearest(String targets, List<String> names) {
    List<Candidate> candidates = new ArrayList<>();
    for (String target : targets.split(":", -1)) {
      String wanted = simpleName(target);
      for (String name : names) {
        int distance = NearestName.distance(wanted, simpleName(name));
        if (distance <= Math.max(2, wanted.length() / 3)) {
          candidates.add(new Candidate(name, distance));
        }
      }
    }
    Collections.sort(candidates);
    List<String> nearest = new ArrayList<>();
    for (int i = 0; i < candidates.size() && nearest.size() < NAMES; i++) {
      String name = candidates.get(i).name;
      if (!AgentClassLoader.isBootstrap(name) && !nearest.contains(name)) {
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
