/**
 * The way from the system loader into the agent's own: the loader itself, the dispatch class, the
 * thread that starts the engine. Loaded by the system loader; {@code java.base} only.
 */
package dev.ssot.bootstrap.zone;
