package dev.ssot.engine.weave.scan;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What becomes of the objects of a class: which of them it hands on, and in which of its own
 * private fields it keeps the others. What is in a field is handed on wherever the class hands on
 * what it reads from there.
 */
final class HandOvers {
  private final Set<String> handedOn = new HashSet<>();
  private final Map<String, Set<String>> fields = new HashMap<>();

  /** Notes that an object reaches code of which nothing is known. */
  void addHandedOn(String origin) {
    handedOn.add(origin);
  }

  /**
   * Notes that an object is stored.
   *
   * @param field a private field of the class, itself an origin of what is read from it
   */
  void addStored(String origin, String field) {
    Set<String> stored = fields.get(origin);
    if (stored == null) {
      stored = new HashSet<>();
      fields.put(origin, stored);
    }
    stored.add(field);
  }

  /** Tells whether an object of that origin may be in other hands than those of the class. */
  boolean isHandedOn(String origin) {
    return isHandedOn(origin, new HashSet<>());
  }

  private boolean isHandedOn(String origin, Set<String> asked) {
    if (handedOn.contains(origin)) {
      return true;
    }
    Set<String> stored = fields.get(origin);
    if (stored == null || !asked.add(origin)) {
      return false;
    }
    for (String field : stored) {
      if (isHandedOn(field, asked)) {
        return true;
      }
    }
    return false;
  }
}
