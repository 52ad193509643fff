/**
 * Where output goes: whether somebody looks at it, and in which form. Knows no command. Loaded by
 * the agent's own loader, in the JVM of the command line.
 */
package dev.ssot.cli.terminal;
