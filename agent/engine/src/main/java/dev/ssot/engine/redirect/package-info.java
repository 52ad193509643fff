/**
 * Decides the answer to each construction. This is the only place that decides: call sites, hooks,
 * dry run and report ask here. Loaded by the agent's own loader, runs on the application's threads;
 * depends on {@code policy}, {@code canonical} and {@code guard}.
 */
package dev.ssot.engine.redirect;
