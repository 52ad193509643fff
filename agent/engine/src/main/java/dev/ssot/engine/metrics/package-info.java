/**
 * What the agent tells Micrometer: the table of meters, their values, and the application's
 * registries that get them. Loaded by the agent's own loader, which has no Micrometer: only {@code
 * bridge} names it.
 */
package dev.ssot.engine.metrics;
