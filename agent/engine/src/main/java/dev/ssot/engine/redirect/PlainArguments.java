package dev.ssot.engine.redirect;

import dev.ssot.engine.place.PlainTypes;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Arguments that can be compared to tell instances apart: their equality is defined by the JDK and
 * never changes. They are never printed.
 */
final class PlainArguments {
  /**
   * The limit for the elements of all arrays together, more than the configuration of any client
   * needs.
   */
  private static final int MOST_ELEMENTS = 256;

  private int elements;

  private PlainArguments() {}

  /**
   * Makes the key of a list of arguments.
   *
   * @return null if one of them is no plain value
   */
  static List<Object> key(Object[] arguments) {
    return new PlainArguments().all(arguments);
  }

  /**
   * Tells whether the values of a declared type are plain, apart from unusual subclasses.
   *
   * @param parameter {@code Object} is not plain, whatever is passed, as a report could not tell
   *     beforehand
   */
  static boolean arePlain(Class<?> parameter) {
    Class<?> element = parameter;
    while (element.isArray()) {
      element = element.getComponentType();
    }
    String name = element.getName();
    return element.isPrimitive() || element.isEnum() || PlainTypes.contain(name);
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
    if (argument instanceof GivenArguments) {
      return ((GivenArguments) argument).key;
    }
    Class<?> type = argument.getClass();
    if (type.isArray()) {
      return elements(argument, type);
    }
    String name = type.getName();
    return PlainTypes.contain(name) ? argument : null;
  }

  /** Copies an array. It may contain itself, so that the elements visited are counted. */
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
