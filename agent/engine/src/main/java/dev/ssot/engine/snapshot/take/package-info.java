/**
 * Takes the moment that a report shows from the parts of the engine. Loaded by the agent's own
 * loader, runs on its threads.
 */
package dev.ssot.engine.snapshot.take;
