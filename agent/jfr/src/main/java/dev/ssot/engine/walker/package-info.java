/**
 * Walks stacks by what Java 8 lacks. Loaded by the agent's own loader and by name, runs on the
 * application's threads; depends on {@code stack}.
 */
package dev.ssot.engine.walker;
