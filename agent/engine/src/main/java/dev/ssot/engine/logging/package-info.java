/**
 * How the engine's log lines reach the application's log: loggers that append to a bounded buffer
 * on whatever thread logs, and a router that empties it on the agent's own thread. Loaded by the
 * agent's own loader; may use the JDK and the engine's copy of SLF4J.
 */
package dev.ssot.engine.logging;
