/**
 * The one class that names Micrometer, and what leads to it. {@code SsotMetrics} is never loaded by
 * the agent's loader: it is defined once more below each application loader that has Micrometer.
 */
package dev.ssot.engine.metrics.bridge;
