/**
 * What must run in the agent's own loader before the engine does, and names types that Java 8
 * lacks. Depends on {@code java.base}, {@code java.lang.instrument} and the interface that it
 * implements.
 */
package dev.ssot.definer;
