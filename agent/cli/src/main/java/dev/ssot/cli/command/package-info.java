/**
 * The commands, one class each: what they take, what they print and how they end. What is true of a
 * running agent they ask the agent itself. Loaded by the agent's own loader, in the JVM of the
 * command line.
 */
package dev.ssot.cli.command;
