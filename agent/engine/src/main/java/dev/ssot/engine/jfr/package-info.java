/**
 * Constructions, redirects and changes of mode as events of the JDK's flight recorder. What names
 * its classes is a source set of its own, since Java 8's interface hides them, and is not loaded
 * before the application has started a recorder. Loaded by the agent's own loader.
 */
package dev.ssot.engine.jfr;
