package dev.ssot.engine.command;

import dev.ssot.bootstrap.pattern.ClassNames;
import dev.ssot.bootstrap.pattern.NearestName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** Finds what was probably meant by a name or a pattern that matches nothing. */
final class NearestNames {
  private static final int NAMES = 3;

  private NearestNames() {}

  /** Returns the few candidates that are nearest to what was written, the nearest first. */
  static List<String> to(String given, Collection<String> candidates) {
    List<String> sorted = new ArrayList<>(new TreeSet<>(candidates));
    sorted.sort(
        (one, other) ->
            Integer.compare(NearestName.distance(given, one), NearestName.distance(given, other)));
    return sorted.subList(0, Math.min(NAMES, sorted.size()));
  }

  /**
   * Returns the class or the package that is nearest to a pattern of call sites.
   *
   * @param classNames of the call sites that there are
   * @return null if there are none
   */
  static String toPattern(String pattern, Collection<String> classNames) {
    int method = pattern.indexOf('#');
    String classes = method < 0 ? pattern : pattern.substring(0, method);
    int star = classes.indexOf('*');
    boolean isPackage = star >= 0;
    String wanted = isPackage ? withoutDot(classes.substring(0, star)) : classes;
    if (wanted.isEmpty()) {
      return nearestBySimpleName(ClassNames.simple(classes.replace("*", "")), classNames);
    }
    TreeSet<String> candidates = new TreeSet<>();
    for (String name : classNames) {
      candidates.add(name);
      for (int dot = name.lastIndexOf('.');
          isPackage && dot > 0;
          dot = name.lastIndexOf('.', dot - 1)) {
        candidates.add(name.substring(0, dot));
      }
    }
    return first(to(wanted, candidates));
  }

  private static String nearestBySimpleName(String wanted, Collection<String> classNames) {
    String nearest = null;
    for (String name : new TreeSet<>(classNames)) {
      if (nearest == null
          || NearestName.distance(wanted, ClassNames.simple(name))
              < NearestName.distance(wanted, ClassNames.simple(nearest))) {
        nearest = name;
      }
    }
    return nearest;
  }

  private static String withoutDot(String text) {
    return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
  }

  private static String first(List<String> names) {
    return names.isEmpty() ? null : names.get(0);
  }
}
