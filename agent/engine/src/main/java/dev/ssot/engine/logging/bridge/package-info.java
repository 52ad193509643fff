/**
 * What crosses into the application's SLF4J, as JDK types only. Loaded by the agent's own loader,
 * except {@code Slf4jBridge}, which is defined once more below each application loader that it logs
 * to. References to such a loader and to its classes are weak.
 */
package dev.ssot.engine.logging.bridge;
