package dev.ssot.engine.redirect;

import java.util.List;

/**
 * The key of arguments for which no instance exists yet; the object that is constructed now is to
 * be shared. It is made before the constructor runs, which may clear a password among its
 * arguments.
 */
public final class PendingKey {
  final List<Object> key;

  /** The class that has the call site, if that shares with itself alone; else null. */
  final Class<?> caller;

  PendingKey(List<Object> key, Class<?> caller) {
    this.caller = caller;
    this.key = key;
  }
}
