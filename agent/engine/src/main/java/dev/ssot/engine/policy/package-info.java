/**
 * What the options and the modes say about a call site, and how the modes change. Loaded by the
 * agent's own loader; depends on {@code place}, {@code ledger} and the options.
 */
package dev.ssot.engine.policy;
