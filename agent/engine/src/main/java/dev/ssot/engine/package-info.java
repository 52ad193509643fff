/**
 * The engine: wires the parts together and runs them on one thread. Loaded by the agent's own
 * loader when the first class file names a target.
 */
package dev.ssot.engine;
