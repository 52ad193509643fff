/**
 * What uses {@code Instrumentation} on behalf of the engine. Loaded by the agent's own loader;
 * knows the JDK and the logger that it is handed.
 */
package dev.ssot.engine.transform;
