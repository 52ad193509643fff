/**
 * Constructions, redirects and changes of mode as events of the JDK's flight recorder. The classes
 * that name the recorder are in a module of their own, since the API of Java 8 lacks it. They are
 * not loaded before the application has started a recorder. Loaded by the agent's own loader.
 */
package dev.ssot.engine.jfr;
