/**
 * What somebody may ask of a running agent: a mode, a report, the state of targets, the heap,
 * health. JMX, HTTP and the command line call {@link dev.ssot.engine.command.AgentCommands} and
 * nothing else of the engine; a new command is a method there. Loaded by the agent's own loader.
 */
package dev.ssot.engine.command;
