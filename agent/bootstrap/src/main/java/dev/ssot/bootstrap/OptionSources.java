package dev.ssot.bootstrap;

import dev.ssot.bootstrap.options.ConfigReader;
import dev.ssot.bootstrap.options.Options;
import dev.ssot.bootstrap.zone.AgentClassLoader;
import java.util.HashMap;
import java.util.Map;

/** Where options come from in a real JVM. */
final class OptionSources {
  private static final String YAML = "dev.ssot.engine.control.YamlConfigReader";

  private OptionSources() {}

  static Options read(String arguments, final AgentClassLoader loader) throws Exception {
    ConfigReader yaml =
        new ConfigReader() {
          @Override
          public Map<String, Object> read(String path) throws Exception {
            Class<?> reader = Class.forName(YAML, true, loader);
            return ((ConfigReader) reader.getConstructor().newInstance()).read(path);
          }
        };
    return Options.read(arguments, systemProperties(), System.getenv(), yaml);
  }

  private static Map<String, String> systemProperties() {
    Map<String, String> properties = new HashMap<String, String>();
    for (String name : System.getProperties().stringPropertyNames()) {
      if (name.startsWith("ssot.")) {
        properties.put(name, System.getProperty(name));
      }
    }
    return properties;
  }
}
