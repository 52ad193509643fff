/**
 * The report: a snapshot written as JSON, which is the contract, or as one of its views, to a file
 * or to stdout. Loaded by the agent's own loader; depends on {@code snapshot} and jackson-core. The
 * wording of the views for people is in {@code wording}; each view has a package of its own.
 */
package dev.ssot.engine.report;
