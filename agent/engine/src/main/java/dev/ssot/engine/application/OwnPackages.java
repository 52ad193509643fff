package dev.ssot.engine.application;

import java.util.Arrays;
import java.util.List;

/**
 * From the main class to the packages of who wrote it: the first two segments of its name, {@code
 * com.acme}. Where many share these, a third.
 */
final class OwnPackages {
  private OwnPackages() {}

  /** Lists the first two segments of packages that projects of many owners have in common. */
  private static List<String> shared() {
    return Arrays.asList(
        "com.amazonaws.",
        "com.github.",
        "com.gitlab.",
        "com.google.",
        "com.ibm.",
        "com.microsoft.",
        "com.oracle.",
        "com.redhat.",
        "com.sun.",
        "io.github.",
        "io.gitlab.",
        "net.java.",
        "net.sf.",
        "net.sourceforge.",
        "org.apache.",
        "org.codehaus.",
        "org.eclipse.",
        "org.glassfish.",
        "org.jboss.",
        "org.jenkinsci.",
        "org.ow2.",
        "org.springframework.");
  }

  /** Lists second segments below which owners have a third, as in {@code uk.co.acme}. */
  private static List<String> belowCountries() {
    return Arrays.asList("ac", "co", "com", "edu", "go", "gov", "ne", "net", "or", "org");
  }

  /**
   * Returns the start of the names of the classes that belong to the same owner, with the dot.
   *
   * @param main binary name; null if it is not known
   * @return null if the name tells none, as it has no package
   */
  static String of(String main) {
    if (main == null || main.indexOf('.') < 0) {
      return null;
    }
    String two = segments(main, 2);
    boolean country = two.indexOf('.') == 2 && belowCountries().contains(second(two));
    if (!country && !shared().contains(two)) {
      return two;
    }
    String three = segments(main, 3);
    return three.equals(two) ? null : three;
  }

  private static String second(String two) {
    int dot = two.indexOf('.');
    return two.length() > dot + 1 ? two.substring(dot + 1, two.length() - 1) : "";
  }

  /** Cuts off what comes behind that many segments, or behind the package if it has fewer. */
  private static String segments(String name, int count) {
    int end = -1;
    for (int i = 0; i < count; i++) {
      int next = name.indexOf('.', end + 1);
      if (next < 0) {
        break;
      }
      end = next;
    }
    return name.substring(0, end + 1);
  }
}
