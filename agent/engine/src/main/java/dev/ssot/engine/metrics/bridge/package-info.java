/**
 * The way to the application's Micrometer. {@code SsotMetrics} is defined once more below each
 * application loader that has Micrometer; the agent's own loader loads it only for the agent's own
 * scrape.
 */
package dev.ssot.engine.metrics.bridge;
