package dev.ssot.bootstrap.options;

import java.util.HashMap;
import java.util.Map;

/** The places where options can be set, as a test fills them. */
record Sources(
    String arguments,
    Map<String, String> properties,
    Map<String, String> environment,
    String path,
    Map<String, Object> file) {

  static Sources none() {
    return new Sources(null, Map.of(), Map.of(), null, Map.of());
  }

  Sources withArguments(String text) {
    return new Sources(text, properties, environment, path, file);
  }

  Sources withProperties(Map<String, String> values) {
    return new Sources(arguments, values, environment, path, file);
  }

  Sources withEnvironment(Map<String, String> values) {
    return new Sources(arguments, properties, values, path, file);
  }

  /** The file is named by a property unless another source names one. */
  Sources withFile(Map<String, Object> content) {
    return new Sources(arguments, properties, environment, "/etc/ssot.yaml", content);
  }

  Options read() throws OptionsException {
    var allProperties = new HashMap<>(properties);
    if (path != null) {
      allProperties.put("ssot.config", path);
    }
    return Options.read(arguments, allProperties, environment, asked -> file);
  }

  static Options read(String text) throws OptionsException {
    return none().withArguments(text).read();
  }
}
