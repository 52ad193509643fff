/**
 * The data of a report: values of one moment, without behaviour. Loaded by the agent's own loader;
 * depends on {@code place} and the options.
 */
package dev.ssot.engine.snapshot;
