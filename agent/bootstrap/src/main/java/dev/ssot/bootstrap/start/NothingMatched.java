package dev.ssot.bootstrap.start;

import dev.ssot.bootstrap.pattern.ClassPattern;
import dev.ssot.bootstrap.pattern.JdkClasses;
import dev.ssot.bootstrap.zone.AgentClassLoader;
import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.List;

/**
 * The hint when no class matched. Most often a name is misspelt, so it lists the loaded classes
 * with the most similar simple names, or says why what did match cannot be a target.
 */
public final class NothingMatched {
  private static final int NAMES = 3;

  private NothingMatched() {}

  /** Returns the hint for all targets. */
  static String hint(StartContext context) {
    return hint(context.instrumentation, context.targets.patterns());
  }

  /**
   * Returns the hint as one line, without the prefix. It looks through all loaded classes, so it is
   * never called on the start path.
   */
  public static String hint(Instrumentation instrumentation, List<ClassPattern> patterns) {
    Class<?>[] loaded = instrumentation.getAllLoadedClasses();
    List<UnusableMatch> unusable = UnusableMatches.among(loaded, patterns);
    List<ClassPattern> unmatched = new ArrayList<>(patterns);
    StringBuilder why = new StringBuilder();
    for (UnusableMatch each : unusable) {
      why.append("; ").append(each.sentence());
      for (int i = unmatched.size() - 1; i >= 0; i--) {
        if (unmatched.get(i).toString().equals(each.pattern())) {
          unmatched.remove(i);
        }
      }
    }
    return (unusable.isEmpty() ? "no class matched " : "nothing is watched for ")
        + ClassPattern.join(patterns)
        + " so far"
        + why
        + (unmatched.isEmpty() ? "" : misspelt(loaded, unmatched));
  }

  private static String misspelt(Class<?>[] loaded, List<ClassPattern> unmatched) {
    List<String> nearest = nearest(ClassPattern.join(unmatched), namesOfApplication(loaded));
    return (nearest.isEmpty() ? "" : "; nearest loaded names: " + String.join(", ", nearest))
        + "; correct the option targets if it is none of these";
  }

  private static List<String> namesOfApplication(Class<?>[] loaded) {
    List<String> names = new ArrayList<>();
    for (Class<?> type : loaded) {
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
    RankedNames similar = new RankedNames("");
    for (String target : targets.split(":", -1)) {
      RankedNames ranked = new RankedNames(target);
      for (String name : names) {
        if (!AgentClassLoader.isBootstrap(name)) {
          ranked.addIfSimilar(name);
        }
      }
      similar.addAll(ranked);
    }
    List<String> sorted = similar.sorted();
    return sorted.subList(0, Math.min(NAMES, sorted.size()));
  }
}
