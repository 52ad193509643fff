package dev.ssot.engine.guard;

import dev.ssot.engine.ledger.Target;

/** Whose code may end the life of a target's shared instance. */
public interface Owners {
  /**
   * Tells whether a frame of the stack belongs to an owner.
   *
   * @param className binary name
   * @param method "" for a frame that JVMs hide
   */
  boolean isOwner(Target target, String className, String method);
}
