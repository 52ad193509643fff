package dev.ssot.bootstrap.start;

import dev.ssot.bootstrap.pattern.ClassPattern;
import dev.ssot.bootstrap.pattern.JdkClasses;
import dev.ssot.bootstrap.zone.AgentClassLoader;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Looks among all loaded classes for what the patterns of targets match although it cannot be a
 * target. It reads names and modifiers and runs no code of the application. Never called on the
 * start path or on a thread of the application.
 */
public final class UnusableMatches {
  /** Classes named of one pattern. */
  private static final int CLASSES = 3;

  /** Classes named instead of one. */
  private static final int INSTEAD = 5;

  /** {@code ACC_ENUM}, which {@link Modifier} does not name. */
  private static final int ENUM = 0x4000;

  private final Class<?>[] loaded;
  private final List<UnusableMatch> found = new ArrayList<>();

  private UnusableMatches(Class<?>[] loaded) {
    this.loaded = loaded;
  }

  /** Lists what was found for the patterns that no class matches that can be a target. */
  public static List<UnusableMatch> of(
      Instrumentation instrumentation, List<ClassPattern> patterns) {
    return patterns.isEmpty()
        ? Collections.<UnusableMatch>emptyList()
        : among(instrumentation.getAllLoadedClasses(), patterns);
  }

  /** Lists the same, as found among those classes. */
  static List<UnusableMatch> among(Class<?>[] loaded, List<ClassPattern> patterns) {
    UnusableMatches matches = new UnusableMatches(loaded);
    for (ClassPattern pattern : patterns) {
      matches.find(pattern);
    }
    return matches.found;
  }

  private void find(ClassPattern pattern) {
    if (pattern.isExact() && JdkClasses.mayBeWatched(pattern.toString())) {
      return; // where calls hand it out
    }
    Map<String, Class<?>> own = new LinkedHashMap<>();
    Map<String, Class<?>> jdk = new LinkedHashMap<>();
    for (Class<?> type : loaded) {
      if (isTargetOf(pattern, type)) {
        return;
      }
      if (!type.isArray() && pattern.matches(type.getName()) && !isOurs(type)) {
        (isOfJdk(type) ? jdk : own).put(type.getName(), type);
      }
    }
    if (!own.isEmpty()) {
      add(pattern, own);
    } else if (isSpecific(pattern.toString())) {
      add(pattern, jdk);
    }
    if (own.isEmpty() && jdk.isEmpty() && isNameInJdk(pattern)) {
      String name = pattern.toString();
      List<String> none = Collections.emptyList();
      found.add(new UnusableMatch(name, name, UnusableMatch.Kind.JDK_CLASS, none, 0));
    }
  }

  private static boolean isTargetOf(ClassPattern pattern, Class<?> type) {
    return isUsable(type) && pattern.matches(type.getName());
  }

  /** Tells whether its objects are of that class and their constructions can be woven. */
  private static boolean isUsable(Class<?> type) {
    return !isOfJdk(type)
        && !isOurs(type)
        && !Modifier.isAbstract(type.getModifiers()) // arrays and interfaces are so, too
        && (type.getModifiers() & ENUM) == 0;
  }

  private static boolean isOfJdk(Class<?> type) {
    return JdkClasses.isLoader(type.getClassLoader()) || JdkClasses.isName(type.getName());
  }

  private static boolean isOurs(Class<?> type) {
    return type.getClassLoader() instanceof AgentClassLoader
        || AgentClassLoader.isBootstrap(type.getName());
  }

  /** A pattern such as {@code **.*Pool} matches classes of the JDK that nobody has meant. */
  private static boolean isSpecific(String pattern) {
    return pattern.indexOf('*', pattern.lastIndexOf('.') + 1) < 0;
  }

  /** Tells whether one class is meant, which is the JDK's even if it is not loaded. */
  private static boolean isNameInJdk(ClassPattern pattern) {
    return pattern.isExact() && JdkClasses.isName(pattern.toString());
  }

  private void add(ClassPattern pattern, Map<String, Class<?>> types) {
    RankedNames ranked = new RankedNames(pattern.toString());
    for (String name : types.keySet()) {
      ranked.add(name);
    }
    List<String> names = ranked.sorted();
    for (String name : names.subList(0, Math.min(CLASSES, names.size()))) {
      add(pattern, types.get(name));
    }
  }

  private void add(ClassPattern pattern, Class<?> type) {
    RankedNames ranked = new RankedNames(pattern.toString());
    for (Class<?> each : loaded) {
      if (type.isAssignableFrom(each) && isUsable(each) && !isGenerated(each.getName())) {
        ranked.add(each.getName());
      }
    }
    List<String> names = ranked.sorted();
    int shown = Math.min(INSTEAD, names.size());
    found.add(
        new UnusableMatch(
            pattern.toString(),
            type.getName(),
            kind(type),
            new ArrayList<>(names.subList(0, shown)),
            names.size() - shown));
  }

  /** Tells whether it is a proxy, a mock or a lambda, which nobody would name. */
  private static boolean isGenerated(String name) {
    return name.indexOf('/') >= 0 || name.contains("$$") || name.contains("$Proxy");
  }

  private static UnusableMatch.Kind kind(Class<?> type) {
    if (isOfJdk(type)) {
      return type.isInterface() ? UnusableMatch.Kind.JDK_INTERFACE : UnusableMatch.Kind.JDK_CLASS;
    }
    if (type.isInterface()) {
      return type.isAnnotation() ? UnusableMatch.Kind.ANNOTATION : UnusableMatch.Kind.INTERFACE;
    }
    return (type.getModifiers() & ENUM) != 0
        ? UnusableMatch.Kind.ENUM
        : UnusableMatch.Kind.ABSTRACT_CLASS;
  }
}
