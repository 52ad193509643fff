package dev.ssot.engine.config;

import dev.ssot.bootstrap.options.ConfigReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Paths;
import java.util.Collections;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/** Reads the YAML file of the option {@code config}. Made by name from the bootstrap zone. */
public final class YamlConfigReader implements ConfigReader {
  public YamlConfigReader() {}

  /**
   * @throws IOException if the file cannot be read
   * @throws IllegalArgumentException if it is not a YAML mapping
   */
  @Override
  @SuppressWarnings({"unchecked", "MissingSummary"}) // YAML 1.2 keys of options are strings
  public Map<String, Object> read(String path) throws IOException {
    String text = new String(Files.readAllBytes(Paths.get(path)), StandardCharsets.UTF_8);
    Object root = load(path, text);
    if (root == null) {
      return Collections.emptyMap();
    }
    if (!(root instanceof Map)) {
      throw new IllegalArgumentException("it is no mapping of keys to values");
    }
    return (Map<String, Object>) root;
  }

  /** Puts the line first: a message is cut where it gets long, and quotes the file before it. */
  private static Object load(String path, String text) {
    try {
      return new Load(LoadSettings.builder().setLabel(path).build()).loadFromString(text);
    } catch (MarkedYamlEngineException malformed) {
      Mark mark = malformed.getProblemMark().orElse(null);
      if (mark == null) {
        throw malformed;
      }
      int line = mark.getLine() + 1; // it counts from 0
      int column = mark.getColumn() + 1;
      throw new IllegalArgumentException(
          "line " + line + ", column " + column + ": " + malformed.getProblem(), malformed);
    }
  }
}
