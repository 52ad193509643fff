/**
 * Reads the stack of a thread: frames, walkers, traces. Knows neither targets nor call sites.
 * Loaded by the agent's own loader, runs on the application's threads; depends on nothing else of
 * ours.
 */
package dev.ssot.engine.stack;
