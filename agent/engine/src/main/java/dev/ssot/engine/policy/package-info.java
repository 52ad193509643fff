/**
 * What is to be done at a call site, as options and commands say. Loaded by the agent's own loader;
 * knows the ledger and the options, no instance and no bytecode.
 */
package dev.ssot.engine.policy;
