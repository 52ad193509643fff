package dev.ssot.engine.place;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * Types of the JDK whose values can be compared to tell instances apart: they are immutable, and
 * their equality is defined by the JDK, without the network, which {@code java.net.URL} would ask.
 */
public final class PlainTypes {
  private static final Set<String> VALUES =
      new HashSet<>(
          Arrays.asList(
              "java.lang.String",
              "java.lang.Boolean",
              "java.lang.Character",
              "java.lang.Byte",
              "java.lang.Short",
              "java.lang.Integer",
              "java.lang.Long",
              "java.lang.Float",
              "java.lang.Double",
              "java.lang.Class",
              "java.math.BigInteger",
              "java.math.BigDecimal",
              "java.net.URI",
              "java.util.UUID",
              "java.util.Locale",
              "java.util.Currency"));

  private PlainTypes() {}

  /**
   * Tells whether a class is such a type, by its name.
   *
   * @param name of no array, nor of a primitive type
   */
  public static boolean contain(String name) {
    return VALUES.contains(name) || (name.startsWith("java.time.") && !name.endsWith("Builder"));
  }
}
