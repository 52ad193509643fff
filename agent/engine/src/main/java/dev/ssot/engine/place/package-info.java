/**
 * Where a construction is asked for, and how a woven instruction tells it. Loaded by the agent's
 * loader; depends on {@code detect} alone.
 */
package dev.ssot.engine.place;
