/**
 * The threads of the running engine and their chores. Loaded by the agent's own loader; knows
 * nothing else of the engine.
 */
package dev.ssot.engine.thread;
