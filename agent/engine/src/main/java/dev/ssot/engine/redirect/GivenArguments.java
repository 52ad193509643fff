package dev.ssot.engine.redirect;

import java.util.List;

/**
 * The arguments of a factory call, copied before it is made: it may clear a password among them.
 */
public final class GivenArguments {
  /** Null if one of them is no plain value. */
  final List<Object> key;

  private GivenArguments(List<Object> key) {
    this.key = key;
  }

  static GivenArguments of(Object[] arguments) {
    return new GivenArguments(PlainArguments.key(arguments));
  }
}
