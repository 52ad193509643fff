package dev.ssot.engine.redirect;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Arguments by which instances can be told apart: their equality is the JDK's own and never
 * changes. Never printed.
 */
final class PlainArguments {
  /** More elements, in all arrays together, than anyone configures a client with. */
  private static final int MOST_ELEMENTS = 256;

  /** Immutable, and compared without asking the network, as {@code java.net.URL} does. */
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

  private int elements;

  private PlainArguments() {}

  /**
   * Makes what tells a list of arguments from others.
   *
   * @return null if one of them is no plain value
   */
  static List<Object> key(Object[] arguments) {
    return new PlainArguments().all(arguments);
  }

  /**
   * Tells whether all values of a declared type are plain, but for subclasses that nobody writes.
   *
   * @param parameter {@code Object} is not, whatever is passed: a report could not tell beforehand
   */
  static boolean arePlain(Class<?> parameter) {
    Class<?> element = parameter;
    while (element.isArray()) {
      element = element.getComponentType();
    }
    String name = element.getName();
    return element.isPrimitive() || element.isEnum() || VALUES.contains(name) || isMoment(name);
  }

  private List<Object> all(Object[] arguments) {
    List<Object> key = new ArrayList<>(arguments.length);
    for (Object argument : arguments) {
      Object plain = plain(argument);
      if (plain == null && argument != null) {
        return null;
      }
      key.add(plain);
    }
    return Collections.unmodifiableList(key);
  }

  private Object plain(Object argument) {
    if (argument == null || argument instanceof Enum) {
      return argument;
    }
    Class<?> type = argument.getClass();
    if (type.isArray()) {
      return elements(argument, type);
    }
    String name = type.getName();
    return VALUES.contains(name) || isMoment(name) ? argument : null;
  }

  private static boolean isMoment(String name) {
    return name.startsWith("java.time.") && !name.endsWith("Builder");
  }

  /** Copies an array; it may hold itself, so that what is counted is what was looked at. */
  private Object elements(Object array, Class<?> type) {
    int length = Array.getLength(array);
    elements += length + 1;
    if (elements > MOST_ELEMENTS) {
      return null;
    }
    Object[] copy = new Object[length + 1];
    copy[0] = type; // an empty int[] is not an empty String[]
    for (int i = 0; i < length; i++) {
      copy[i + 1] = Array.get(array, i);
    }
    return all(copy);
  }
}
