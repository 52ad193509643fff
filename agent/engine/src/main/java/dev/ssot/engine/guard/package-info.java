/**
 * Keeps former owners from closing the instance that they now share. Loaded by the agent's own
 * loader, runs on the application's threads; knows {@code ledger} and {@code stack}, no bytecode
 * and no log.
 */
package dev.ssot.engine.guard;
