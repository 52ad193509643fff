/**
 * What the agent tells Micrometer: the table of meters, their values, and who gets them: the
 * application's registries ({@code bridge}) and one of the agent's own ({@code scrape}). Loaded by
 * the agent's own loader; nothing but those two packages names Micrometer.
 */
package dev.ssot.engine.metrics;
