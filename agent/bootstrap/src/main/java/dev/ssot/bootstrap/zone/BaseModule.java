package dev.ssot.bootstrap.zone;

/**
 * What the agent does inside {@code java.base} from Java 9 on. Implemented where the compiler knows
 * more than Java 8.
 */
public interface BaseModule {
  /**
   * Opens a package to the unnamed module of the agent's own loader alone, so that it stays closed
   * to the application.
   */
  void open(String packageName);

  /**
   * Defines a class into {@code java.lang}.
   *
   * @throws IllegalAccessException if the JVM does not let the agent in
   */
  void define(byte[] classFile) throws IllegalAccessException;
}
