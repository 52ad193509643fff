package dev.ssot.engine.guard;

import dev.ssot.engine.ledger.Target;

/** Whose code may end the life of a target's shared instance. */
public interface Owners {
  /**
   * Tells for a frame of a stack.
   *
   * @param className binary name
   * @param method "" for a frame that JVMs hide
   */
  boolean isOwner(Target target, String className, String method);
}
