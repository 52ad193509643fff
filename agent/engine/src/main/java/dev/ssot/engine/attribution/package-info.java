/**
 * From a stack to the call site that asked for an object. Loaded by the agent's own loader, runs on
 * the application's threads; depends on {@code place}, {@code stack} and {@code ledger}.
 */
package dev.ssot.engine.attribution;
