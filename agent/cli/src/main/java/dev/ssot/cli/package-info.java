/**
 * The command line behind {@code java -jar ssot-agent.jar}. Loaded by the agent's own loader, in a
 * JVM of its own, never in the application's.
 */
package dev.ssot.cli;
