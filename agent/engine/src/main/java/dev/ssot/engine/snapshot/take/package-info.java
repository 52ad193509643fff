/**
 * Builds a snapshot from the ledger, the policy and the findings of the weaver. Loaded by the
 * agent's own loader, runs on the agent's threads.
 */
package dev.ssot.engine.snapshot.take;
