/**
 * The agent's own Prometheus registry, of the Micrometer in the agent's own loader. Loaded only if
 * the option {@code http} is set and somebody scrapes.
 */
package dev.ssot.engine.metrics.scrape;
