/**
 * The report: a snapshot written as JSON, which is the contract, or as one of its views, to a file
 * or to stdout. Loaded by the agent's own loader; depends on {@code detect} and jackson-core. How
 * the text looks is decided in {@code report.text}.
 */
package dev.ssot.engine.report;
