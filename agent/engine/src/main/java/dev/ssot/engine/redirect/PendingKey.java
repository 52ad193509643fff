package dev.ssot.engine.redirect;

import java.util.List;

/**
 * Nothing was made with these arguments yet: what is constructed now is to be shared. Taken before
 * the constructor runs, which may clear the password that it was given.
 */
public final class PendingKey {
  final List<Object> key;

  PendingKey(List<Object> key) {
    this.key = key;
  }
}
