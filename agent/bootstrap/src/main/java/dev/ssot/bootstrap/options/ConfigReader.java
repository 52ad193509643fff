package dev.ssot.bootstrap.options;

import java.util.Map;

/**
 * Reads the file that {@code config} names. The engine implements it, as the YAML parser is there.
 */
public interface ConfigReader {
  /**
   * Reads the file. Called at most once, and only if {@code config} is set.
   *
   * @return maps, lists, strings, numbers and booleans as a YAML parser gives them; null for an
   *     empty file
   * @throws Exception whose message says what is wrong with the file
   */
  Map<String, Object> read(String path) throws Exception;
}
