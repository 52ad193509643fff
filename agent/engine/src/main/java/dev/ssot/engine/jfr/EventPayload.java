package dev.ssot.engine.jfr;

import dev.ssot.engine.place.Location;

/** The fields that all events of one call site share until modes or groups change. */
final class EventPayload {
  /** Binary name. */
  final String target;

  final Location location;

  /** Null if no group matches. */
  final String group;

  final String mode;

  EventPayload(String target, Location location, String group, String mode) {
    this.target = target;
    this.location = location;
    this.group = group;
    this.mode = mode;
  }
}
