/**
 * The forms in which compilers write a construction: programs, what compiles them, and the table of
 * what the weaver makes of each. The engine's unit tests weave them in their own JVM, the tests of
 * the packaged jar run them under the agent.
 */
package dev.ssot.forms;
