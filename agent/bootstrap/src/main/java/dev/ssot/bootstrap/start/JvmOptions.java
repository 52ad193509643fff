package dev.ssot.bootstrap.start;

import dev.ssot.bootstrap.options.ConfigReader;
import dev.ssot.bootstrap.options.Options;
import dev.ssot.bootstrap.options.OptionsException;
import dev.ssot.bootstrap.zone.AgentClassLoader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/**
 * Reads the options of this JVM, and reads them again when the file has changed or arguments come
 * later.
 */
public final class JvmOptions implements Callable<Options>, ConfigReader {
  private static final String YAML = "dev.ssot.engine.config.YamlConfigReader";

  /** Those that came last first. */
  private volatile List<String> arguments;

  private final AgentClassLoader loader;

  /**
   * Remembers where to look.
   *
   * @param arguments of the agent; null if none
   */
  JvmOptions(String arguments, AgentClassLoader loader) {
    this.arguments = Collections.singletonList(arguments);
    this.loader = loader;
  }

  @Override
  public Options call() throws OptionsException {
    return read(arguments);
  }

  /** Reads the options as they would be with arguments that win over all that were given before. */
  public Options with(String later) throws OptionsException {
    return read(all(later));
  }

  /** Adds arguments, which win over all that were given before. */
  public synchronized void take(String later) {
    arguments = all(later);
  }

  private List<String> all(String later) {
    List<String> all = new ArrayList<>();
    all.add(later);
    all.addAll(arguments);
    return all;
  }

  private Options read(List<String> from) throws OptionsException {
    return Options.readAll(from, systemProperties(), System.getenv(), this);
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
