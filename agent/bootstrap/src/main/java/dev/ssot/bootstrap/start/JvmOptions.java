package dev.ssot.bootstrap.start;

import dev.ssot.bootstrap.options.ConfigReader;
import dev.ssot.bootstrap.options.Options;
import dev.ssot.bootstrap.options.OptionsException;
import dev.ssot.bootstrap.zone.AgentClassLoader;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;

/** Reads the options of this JVM, and reads them again when the file has changed. */
final class JvmOptions implements Callable<Options>, ConfigReader {
  private static final String YAML = "dev.ssot.engine.config.YamlConfigReader";

  private final String arguments;
  private final AgentClassLoader loader;

  /**
   * Remembers where to look.
   *
   * @param arguments of the agent; null if none
   */
  JvmOptions(String arguments, AgentClassLoader loader) {
    this.arguments = arguments;
    this.loader = loader;
  }

  @Override
  public Options call() throws OptionsException {
    return Options.read(arguments, systemProperties(), System.getenv(), this);
  }

  /** Reads the file by the engine's YAML parser. Nothing else needs the hidden zone that early. */
  @Override
  public Map<String, Object> read(String path) throws Exception {
    Class<?> reader = Class.forName(YAML, true, loader);
    return ((ConfigReader) reader.getConstructor().newInstance()).read(path);
  }

  private static Map<String, String> systemProperties() {
    Map<String, String> properties = new HashMap<>();
    for (String name : System.getProperties().stringPropertyNames()) {
      if (name.startsWith("ssot.")) {
        properties.put(name, System.getProperty(name));
      }
    }
    return properties;
  }
}
