/**
 * What is to be done with a construction: canonical instances, policy. Loaded by the agent's own
 * loader; knows {@code detect} and the options, no bytecode, metrics, logging or HTTP.
 */
package dev.ssot.engine.redirect;
