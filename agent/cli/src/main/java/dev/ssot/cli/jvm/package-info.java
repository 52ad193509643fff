/**
 * The JVMs of this machine: finding them without touching them, attaching to one, and talking to
 * the agent in it over JMX. Knows no command and no terminal. Loaded by the agent's own loader, in
 * the JVM of the command line.
 */
package dev.ssot.cli.jvm;
