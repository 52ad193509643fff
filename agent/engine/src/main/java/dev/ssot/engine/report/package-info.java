/**
 * The report: a snapshot written as JSON, which is the contract, or as one of its views, to a file
 * or to stdout. Loaded by the agent's own loader; depends on {@code detect} and jackson-core. What
 * the views for people say is decided in {@code report.wording}, how they look in a package each.
 */
package dev.ssot.engine.report;
