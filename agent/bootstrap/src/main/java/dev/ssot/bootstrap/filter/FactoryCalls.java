package dev.ssot.bootstrap.filter;

import dev.ssot.bootstrap.pattern.ClassNames;
import dev.ssot.bootstrap.pattern.ClassPattern;
import dev.ssot.bootstrap.pattern.SitePattern;
import java.util.ArrayList;
import java.util.List;

/** Calls that may hand out a target: by what they return, or because they are named to make one. */
public final class FactoryCalls {
  /** How the names of methods begin that make what the caller casts to its type. */
  private static final String[] BUILDERS = {"build", "create", "new", "open", "connect"};

  /** What makes the pools of threads that are in the same package. */
  private static final String POOLS = "java.util.concurrent.Executors#new*";

  private final List<SitePattern> options;

  /** What the options name, and what the JDK has. */
  private final SitePattern[] named;

  private FactoryCalls(List<SitePattern> options, List<SitePattern> named) {
    this.options = options;
    this.named = named.toArray(new SitePattern[0]);
  }

  /** Takes what the options name, and what the JDK has for the targets that are its own. */
  static FactoryCalls of(List<SitePattern> options, List<ClassPattern> targets) {
    List<SitePattern> all = new ArrayList<>(options);
    for (ClassPattern each : targets) {
      if (each.isExact() && each.toString().startsWith("java.util.concurrent.")) {
        all.add(SitePattern.of(POOLS));
        break;
      }
    }
    return new FactoryCalls(options, all);
  }

  boolean isEmpty() {
    return named.length == 0;
  }

  /** Returns what the options name. */
  List<SitePattern> options() {
    return options;
  }

  /** Returns the patterns of the classes whose methods are named. */
  List<ClassPattern> classes() {
    List<ClassPattern> classes = new ArrayList<>();
    for (SitePattern each : named) {
      classes.add(each.classes());
    }
    return classes;
  }

  /** Tells whether the method is named. */
  boolean areCalledBy(String internalName, String method) {
    if (named.length == 0) {
      return false;
    }
    String name = ClassNames.binary(internalName);
    for (SitePattern each : named) {
      if (each.matches(name, method)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Tells whether a method may make what the caller casts to its type: by its name, as what it
   * returns is a supertype.
   */
  public static boolean mayBuild(String method) {
    for (String beginning : BUILDERS) {
      if (method.startsWith(beginning)) {
        return true;
      }
    }
    return false;
  }

  static boolean mayBuild(ConstantPool pool, int nameAndType) {
    for (String beginning : BUILDERS) {
      if (pool.beginsWith(pool.reference(nameAndType, 0), beginning)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Returns the internal name of the class that a method returns.
   *
   * @param descriptor of a method that returns an object, and no array
   */
  static String returned(String descriptor) {
    return descriptor.substring(descriptor.lastIndexOf(')') + 2, descriptor.length() - 1);
  }
}
