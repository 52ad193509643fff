/**
 * What the log is told, on the agent's own thread: first constructions with their stacks, verdicts,
 * guarded calls. Loaded by the agent's own loader; loggers are handed in.
 */
package dev.ssot.engine.journal;
