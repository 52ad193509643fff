package dev.ssot.engine.application;

/** Decides whether a class is the application's own. */
interface ApplicationRule {
  /**
   * Returns what the class was recognised by, for people; null if it is not the application's.
   *
   * @param className binary name
   * @param location of its code; null if it has none
   */
  String label(String className, String location);
}
