/**
 * What was counted: targets, call sites, instances, stack samples. Woven code and hooks add to it,
 * on the application's threads; reports and metrics read it. Loaded by the agent's own loader;
 * depends on {@code place} and {@code stack} alone.
 */
package dev.ssot.engine.ledger;
