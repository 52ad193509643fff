package dev.ssot.startup;

/** The target, as in the incident: there should be one. */
final class RedisManager {
  private final String host = "localhost";

  String host() {
    return host;
  }
}
