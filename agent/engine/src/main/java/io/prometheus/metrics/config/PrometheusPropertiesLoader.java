package io.prometheus.metrics.config;

import java.util.Map;

/**
 * The Prometheus client's configuration in the agent's own loader: the client's defaults. It
 * replaces the client's class of that name, which reads the application's {@code io.prometheus.*}
 * settings and throws if one is invalid; {@code
 * docs/decisions/0016-the-scrape-has-its-own-settings.md} tells why. The names are the client's:
 * its own classes call them.
 */
public final class PrometheusPropertiesLoader {
  private PrometheusPropertiesLoader() {}

  /** Returns the defaults. */
  public static PrometheusProperties load() {
    return PrometheusProperties.builder().build();
  }

  /**
   * Returns the defaults.
   *
   * @param external ignored, as the agent passes none
   */
  public static PrometheusProperties load(Map<Object, Object> external) {
    return load();
  }
}
