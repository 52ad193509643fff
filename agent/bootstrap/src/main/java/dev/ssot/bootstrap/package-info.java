/**
 * The classes that the manifest names, by which the JVM enters the agent. Loaded by the system
 * loader, visible to the application; {@code java.base} only.
 */
package dev.ssot.bootstrap;
